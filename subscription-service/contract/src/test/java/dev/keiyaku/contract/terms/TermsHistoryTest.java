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

  @Test
  void aLifeIsComputedAtTheInstantAsked() {
    var history = published("new", LocalDate.of(2023, 7, 1), published("old", null));

    assertThat(status(history, "old", MIDNIGHT.minusMillis(1))).isEqualTo(VersionStatus.IN_FORCE);
    assertThat(status(history, "new", MIDNIGHT.minusMillis(1))).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(status(history, "old", MIDNIGHT)).isEqualTo(VersionStatus.SUPERSEDED);
    assertThat(status(history, "new", MIDNIGHT)).isEqualTo(VersionStatus.IN_FORCE);
  }

  @Test
  void aWithdrawnVersionIsNeverInForceAndItsNameStaysKnown() {
    var at = MIDNIGHT.minusMillis(1);
    var history =
        plus(
            published("new", LocalDate.of(2023, 7, 1), published("old", null)),
            new TermsVersionWithdrawn("d", "new", at, "a mistake"));

    assertThat(history.inForce(MIDNIGHT).orElseThrow().name()).isEqualTo("old");
    assertThat(history.versions()).extracting(TermsHistory.Version::name).containsExactly("old");
    assertThat(history.all()).hasSize(2);
    assertThat(status(history, "new", at.minusMillis(1))).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(status(history, "new", at)).isEqualTo(VersionStatus.WITHDRAWN);
    assertThat(status(history, "new", MIDNIGHT)).isEqualTo(VersionStatus.WITHDRAWN);
  }

  @Test
  void aLeapDayBeginsAtItsMidnightInJapan() {
    var leap = Instant.parse("2024-02-28T15:00:00Z");
    var march = Instant.parse("2024-02-29T15:00:00Z");
    var history =
        published(
            "march",
            LocalDate.of(2024, 3, 1),
            published("leap", LocalDate.of(2024, 2, 29), published("old", null)));

    assertThat(history.inForce(leap.minusMillis(1)).orElseThrow().name()).isEqualTo("old");
    assertThat(history.inForce(leap).orElseThrow().name()).isEqualTo("leap");
    assertThat(history.inForce(march.minusMillis(1)).orElseThrow().name()).isEqualTo("leap");
    assertThat(history.inForce(march).orElseThrow().name()).isEqualTo("march");
  }

  @Test
  void whatAVersionIsToTheOneBeforeItIsNamedOrFollowsFromItsBasis() {
    var named = new TermsSuccessionNamed("d", "old.1", VersionKind.EDITORIAL, "old", List.of());
    var history = published("old.1", LocalDate.of(2023, 7, 1), plus(published("old", null), named));

    assertThat(history.version("old").orElseThrow().kind()).isEqualTo(VersionKind.AMENDMENT);
    assertThat(history.version("old").orElseThrow().predecessor()).isNull();
    assertThat(history.version("old.1").orElseThrow().kind()).isEqualTo(VersionKind.EDITORIAL);
    assertThat(history.version("old.1").orElseThrow().predecessor()).isEqualTo("old");
  }

  private static VersionStatus status(TermsHistory history, String version, Instant at) {
    return history.status(history.version(version).orElseThrow(), at);
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
