package dev.keiyaku.contract.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsHistoryTest {

  private static final Instant MIDNIGHT = Instant.parse("2023-06-30T15:00:00Z");
  private static final TermsContent WORDS =
      new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), List.of());

  @Test
  void nothingIsInForceBeforeAnythingIsPublished() {
    assertThat(TermsHistory.empty().inForce(MIDNIGHT)).isEmpty();
    assertThat(TermsHistory.empty().versions()).isEmpty();
  }

  @Test
  void theNewVersionIsInForceFromMidnightInJapan() {
    var history = published("new", LocalDate.of(2023, 7, 1), published("old", null));

    assertThat(history.inForce(MIDNIGHT.minusMillis(1)).orElseThrow().name()).isEqualTo("old");
    assertThat(history.inForce(MIDNIGHT).orElseThrow().name()).isEqualTo("new");
  }

  @Test
  void versionsRecordedOutOfOrderStandInTheOrderOfTheirDays() {
    var history = published("old", null, published("new", LocalDate.of(2023, 7, 1)));

    assertThat(history.versions())
        .extracting(TermsHistory.Version::name)
        .containsExactly("old", "new");
  }

  @Test
  void aReasonableChangeBindsWithoutAnActOnlyWhenItsNoticeCameBeforeItsDay() {
    var history = published("new", LocalDate.of(2023, 7, 1));

    assertThat(binds(history)).isFalse();
    assertThat(binds(noticed(MIDNIGHT, history))).isFalse();
    assertThat(binds(noticed(MIDNIGHT.minusMillis(1), history))).isTrue();
  }

  private static boolean binds(TermsHistory history) {
    return history.versions().getFirst().bindsWithoutAct();
  }

  private static TermsHistory published(String version, @Nullable LocalDate from) {
    return published(version, from, TermsHistory.empty());
  }

  private static TermsHistory published(
      String version, @Nullable LocalDate from, TermsHistory before) {
    return plus(
        before,
        new TermsVersionPublished(
            "d",
            version,
            from,
            null,
            null,
            AmendmentBasis.REASONABLE_CHANGE,
            WORDS,
            "0",
            Map.of(),
            null));
  }

  private static TermsHistory noticed(Instant at, TermsHistory before) {
    return plus(
        before,
        new TermsNoticeRecorded(
            "d", "new", "n", "web", at, "0", null, List.of(NoticeChannel.WEB), null));
  }

  private static TermsHistory plus(TermsHistory before, TermsEvent event) {
    var sequence = before.lastSequence() + 1;
    return before.plus(new RecordedEvent<>("e" + sequence, sequence, MIDNIGHT, event));
  }
}
