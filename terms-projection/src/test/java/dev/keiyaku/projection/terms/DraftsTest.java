package dev.keiyaku.projection.terms;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A version drafted twice, and one drafted and then published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {

  private ReadSide readSide;

  @BeforeAll
  void drafts() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    recorder.record(japan("2023-06-02T10:00"), draft("next", "sha-1"));
    recorder.record(japan("2023-06-03T10:00"), draft(Scenes.NEW, "sha-2"));
    recorder.record(japan("2023-06-04T10:00"), draft("next", "sha-3"));
    recorder.record(japan("2023-06-16T10:00"), Scenes.newTerms());
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private static TermsVersionDrafted draft(String version, String hash) {
    return new TermsVersionDrafted(
        "mysecure",
        version,
        LocalDate.of(2023, 9, 1),
        null,
        null,
        AmendmentBasis.REASONABLE_CHANGE,
        VersionKind.AMENDMENT,
        Scenes.NEW,
        List.of(),
        Scenes.newTerms().content(),
        hash,
        "draft");
  }

  @Test
  void theLatestDraftOfEachVersionThatIsNotPublishedIsShownToTheLegalDesk() {
    var items = readSide.get("/v1/terms/mysecure/drafts", Role.LEGAL).at("/items");

    assertThat(items).hasSize(1);
    assertThat(items.at("/0/version").asString()).isEqualTo("next");
    assertThat(items.at("/0/status").asString()).isEqualTo("DRAFT");
    assertThat(items.at("/0/contentSha256").asString()).isEqualTo("sha-3");
    assertThat(items.at("/0/recorded/at").asString()).isEqualTo("2023-06-04T10:00:00+09:00");
    assertThat(items.at("/0").has("content")).isFalse();
    var whole = readSide.get("/v1/terms/mysecure/drafts/next", Role.LEGAL);
    assertThat(whole.at("/content/nodes/0/path").asString()).isEqualTo("art15");
    var published = readSide.ask("/v1/terms/mysecure/drafts/" + Scenes.NEW, Role.LEGAL);
    assertThat(published.statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyElseSeesADraft() {
    for (var role : List.of(Role.AGENT, Role.AUDITOR, Role.PROVISIONING, Role.OPERATIONS)) {
      assertThat(readSide.ask("/v1/terms/mysecure/drafts", role).statusCode()).isEqualTo(403);
      assertThat(readSide.ask("/v1/terms/mysecure/drafts/next", role).statusCode()).isEqualTo(403);
    }
    var versions = readSide.get("/v1/terms/mysecure/versions?minVersion=1", Role.AUDITOR);
    assertThat(versions.at("/items")).hasSize(2);
    assertThat(readSide.ask("/v1/terms/mysecure/versions/next", Role.AUDITOR).statusCode())
        .isEqualTo(404);
    assertThat(readSide.ask("/v1/terms/mysecure.drafts/versions", Role.AUDITOR).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theFeedGoesPastDrafts() {
    var all = readSide.get("/v1/events", Role.AUDITOR);
    assertThat(all.at("/items")).hasSize(2);
    assertThat(all.at("/next").asLong()).isEqualTo(5);
    assertThat(all.toString()).doesNotContain("drafted");
    var ofAnIsp = readSide.get("/v1/events", Role.PROVISIONING, "ISP-A");
    assertThat(ofAnIsp.at("/items")).hasSize(2);
  }
}
