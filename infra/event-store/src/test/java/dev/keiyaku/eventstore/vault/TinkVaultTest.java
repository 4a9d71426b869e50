package dev.keiyaku.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.SealBrokenException;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TinkVaultTest {

  private static final String TEXT = "お客様のご都合 🍵";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2023-07-01T00:00:00Z"), ZoneOffset.UTC);

  private final TestDatabase database = Schema.fresh();
  private final Vault writer = vault(DatabaseRole.WRITER, 'm');
  private final Vault reader = vault(DatabaseRole.PROJECTOR, 'm');

  private Vault vault(DatabaseRole role, char letter) {
    String key =
        Base64.getEncoder()
            .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    return new TinkVault(JdbcClient.create(database.as(role)), CLOCK, MasterKey.of(key));
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void whatTheWriterSealsTheReaderOpens() {
    SealedText sealed = writer.seal("C1", "reason", TEXT);
    assertThat(reader.open("C1", "reason", sealed)).hasValue(TEXT);
    assertThat(new String(Base64.getDecoder().decode(sealed.ciphertext()), StandardCharsets.UTF_8))
        .doesNotContain("お客様");
  }

  @Test
  void theSameTextIsNeverSealedTheSameWay() {
    assertThat(writer.seal("C1", "reason", TEXT)).isNotEqualTo(writer.seal("C1", "reason", TEXT));
  }

  @Test
  void aTextOpensOnlyForItsSubjectAndPurposeAndUnaltered() {
    SealedText sealed = writer.seal("C2", "reason", TEXT);
    writer.seal("C3", "reason", "of another");
    byte[] altered = Base64.getDecoder().decode(sealed.ciphertext());
    altered[altered.length - 1] ^= 1;
    var forged = new SealedText(sealed.key(), Base64.getEncoder().encodeToString(altered));

    assertThatThrownBy(() -> reader.open("C2", "note", sealed))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> reader.open("C3", "reason", sealed))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> reader.open("C2", "reason", forged))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void anotherMasterKeyOpensNothing() {
    SealedText sealed = writer.seal("C4", "reason", TEXT);
    assertThatThrownBy(() -> vault(DatabaseRole.PROJECTOR, 'x').open("C4", "reason", sealed))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void anErasedKeyReadsEmptyAtOnceAndALaterTextHasANewKey() {
    SealedText sealed = writer.seal("C5", "reason", TEXT);
    JdbcClient.create(database.admin())
        .sql("UPDATE keys.subject_key SET wrapped = NULL WHERE subject = 'C5'")
        .update();

    assertThat(reader.open("C5", "reason", sealed)).isEmpty();
    SealedText later = writer.seal("C5", "reason", "later");
    assertThat(later.key()).isNotEqualTo(sealed.key());
    assertThat(reader.open("C5", "reason", later)).hasValue("later");
    assertThat(reader.open("C5", "reason", sealed)).isEmpty();
  }

  @Test
  void aKeyThatNobodyKnowsReadsEmpty() {
    String ciphertext = writer.seal("C6", "reason", TEXT).ciphertext();
    assertThat(reader.open("C6", "reason", new SealedText(Uuid7.text(), ciphertext))).isEmpty();
  }

  @Test
  void ofManyWhoSealAtOnceAllUseOneKey() {
    var keys =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> writer.seal("C7", "reason", TEXT).key()))
            .limit(8)
            .toList();
    assertThat(keys.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void aMasterKeyOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> MasterKey.of("c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
  }
}
