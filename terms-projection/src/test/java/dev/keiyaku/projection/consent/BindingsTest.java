package dev.keiyaku.projection.consent;

import static dev.keiyaku.contract.terms.AmendmentBasis.GENERAL_BENEFIT;
import static dev.keiyaku.contract.terms.AmendmentBasis.INDIVIDUAL_CONSENT;
import static dev.keiyaku.contract.terms.AmendmentBasis.REASONABLE_CHANGE;
import static dev.keiyaku.projection.consent.TermsBook.DOCUMENT;
import static dev.keiyaku.projection.consent.TermsBook.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Binding.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BindingsTest {

  private static final String OLD = "until-2023-06-30";
  private static final String NEW = "2023-07-01";
  private static final Instant JUNE_20 = day("2023-06-20");
  private static final Instant JULY = day("2023-07-01");
  private static final Instant AUGUST = day("2023-08-01");
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  private static TermsBook terms(AmendmentBasis basis) {
    return TermsBook.empty().version(OLD, null, null).version(NEW, "2023-07-01", basis);
  }

  private static TermsBook noticed() {
    return terms(REASONABLE_CHANGE).notice(NEW, day("2023-06-16"));
  }

  private static Acceptance accepted(String version, Instant at) {
    return accepted(version, at, AcceptanceBasis.EXPLICIT);
  }

  private static Acceptance accepted(String version, Instant at, AcceptanceBasis basis) {
    var terms = new TermsReference(DOCUMENT, version, "sha");
    return new Acceptance("a-" + version, "e-" + version, terms, basis, List.of(1), at, null);
  }

  private static Binding bound(TermsBook terms, Instant at, Acceptance... acts) {
    return bound(terms.history(), null, at, acts);
  }

  private static Binding bound(
      TermsHistory terms, @Nullable Instant end, Instant at, Acceptance... acts) {
    var begin = Stream.of(acts).map(Acceptance::acceptedAt).min(Instant::compareTo).orElse(JUNE_20);
    return new Bindings(DOCUMENT, terms).of(begin, end, List.of(acts), at);
  }

  @Test
  void aVersionAcceptedBindsFromTheAct() {
    var binding = bound(noticed(), day("2023-06-25"), accepted(OLD, JUNE_20));

    assertThat(binding.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(binding.version()).isEqualTo(OLD);
    assertThat(binding.since()).isEqualTo(JUNE_20);
    assertThat(binding.notBinding()).isEmpty();
    assertThat(binding.reason().ja()).isEqualTo("契約者は2023年6月20日に版「until-2023-06-30」を承諾しました。");
    assertThat(binding.reason().en())
        .isEqualTo("On 2023-06-20 the subscriber accepted version until-2023-06-30.");
  }

  @Test
  void aNoticedAmendmentBindsFromMidnightInJapanWithoutAnAct() {
    var act = accepted(OLD, JUNE_20);

    var before = bound(noticed(), JULY.minus(A_MILLISECOND), act);
    assertThat(before.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(before.version()).isEqualTo(OLD);

    for (var at : List.of(JULY, JULY.plus(A_MILLISECOND), AUGUST)) {
      var after = bound(noticed(), at, act);
      assertThat(after.basis()).isEqualTo(Basis.NOTICED_AMENDMENT);
      assertThat(after.version()).isEqualTo(NEW);
      assertThat(after.since()).isEqualTo(Instant.parse("2023-06-30T15:00:00Z"));
      assertThat(after.accepted()).isEqualTo(act);
      assertThat(after.reason().ja()).contains("第2号", "2023年6月16日に周知", "2023年7月1日から");
      assertThat(after.reason().en()).contains("noticed on 2023-06-16", "since 2023-07-01");
    }
  }

  @Test
  void aNoticeAMillisecondBeforeMidnightIsInTimeAndOneAtMidnightIsLate() {
    var act = accepted(OLD, JUNE_20);
    var inTime = terms(REASONABLE_CHANGE).notice(NEW, JULY.minus(A_MILLISECOND));
    assertThat(bound(inTime, AUGUST, act).basis()).isEqualTo(Basis.NOTICED_AMENDMENT);

    for (var publishedAt : List.of(JULY, JULY.plus(A_MILLISECOND))) {
      var late = bound(terms(REASONABLE_CHANGE).notice(NEW, publishedAt), AUGUST, act);
      assertThat(late.basis()).isEqualTo(Basis.EXPLICIT);
      assertThat(late.version()).isEqualTo(OLD);
      var not = late.notBinding().getFirst();
      assertThat(not.version()).isEqualTo(NEW);
      assertThat(not.because()).isEqualTo(Because.NOTICED_TOO_LATE);
      assertThat(not.reason().ja()).contains("第3項", "2023年7月1日");
    }
  }

  @Test
  void withoutANoticeAReasonableChangeDoesNotBind() {
    var binding = bound(terms(REASONABLE_CHANGE), AUGUST, accepted(OLD, JUNE_20));

    assertThat(binding.version()).isEqualTo(OLD);
    assertThat(binding.notBinding()).extracting("because").containsExactly(Because.NOT_NOTICED);
  }

  @Test
  void aNoticeRecordedLateButPublishedInTimeBindsFromTheStartOnceItIsKnown() {
    var recordedAt = day("2023-07-20");
    var history = terms(REASONABLE_CHANGE).notice(NEW, day("2023-06-16"), recordedAt).history();
    var act = accepted(OLD, JUNE_20);

    assertThat(bound(history, null, JULY, act).basis()).isEqualTo(Basis.NOTICED_AMENDMENT);
    var before = bound(history.knownAt(recordedAt.minus(A_MILLISECOND)), null, JULY, act);
    assertThat(before.version()).isEqualTo(OLD);
    assertThat(before.notBinding()).extracting("because").containsExactly(Because.NOT_NOTICED);
    assertThat(bound(history.knownAt(recordedAt), null, JULY, act).version()).isEqualTo(NEW);
  }

  @Test
  void anAmendmentToTheGeneralBenefitBindsWithoutANotice() {
    var binding = bound(terms(GENERAL_BENEFIT), JULY, accepted(OLD, JUNE_20));

    assertThat(binding.basis()).isEqualTo(Basis.NOTICED_AMENDMENT);
    assertThat(binding.reason().ja()).contains("一般の利益", "第1号");
  }

  @Test
  void aVersionThatNeedsConsentBindsOnlyWhoGivesIt() {
    var terms = terms(INDIVIDUAL_CONSENT).notice(NEW, day("2023-06-16"));
    var act = accepted(OLD, JUNE_20);

    var without = bound(terms, AUGUST, act);
    assertThat(without.version()).isEqualTo(OLD);
    assertThat(without.notBinding()).extracting("because").containsExactly(Because.NEEDS_CONSENT);

    var with = bound(terms, AUGUST, act, accepted(NEW, day("2023-07-10")));
    assertThat(with.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(with.since()).isEqualTo(day("2023-07-10"));
    var before = bound(terms, day("2023-07-09"), act, accepted(NEW, day("2023-07-10")));
    assertThat(before.version()).isEqualTo(OLD);
  }

  @Test
  void anAcceptanceAheadOfTheStartBindsFromTheStart() {
    var ahead = accepted(NEW, day("2023-06-28"));
    var terms = terms(INDIVIDUAL_CONSENT);

    var before = bound(terms, JULY.minus(A_MILLISECOND), accepted(OLD, JUNE_20), ahead);
    assertThat(before.version()).isEqualTo(OLD);
    assertThat(before.ahead()).isEqualTo(ahead);

    var after = bound(terms, JULY, accepted(OLD, JUNE_20), ahead);
    assertThat(after.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(after.version()).isEqualTo(NEW);
    assertThat(after.since()).isEqualTo(JULY);
    assertThat(after.ahead()).isNull();
    assertThat(after.reason().ja()).contains("2023年6月28日に版「2023-07-01」を承諾", "2023年7月1日から効力");
  }

  @Test
  void anExplicitAcceptanceOfWhatAlreadyBoundMakesItExplicitFromTheAct() {
    var binding =
        bound(noticed(), AUGUST, accepted(OLD, JUNE_20), accepted(NEW, day("2023-07-10")));

    assertThat(binding.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(binding.since()).isEqualTo(day("2023-07-10"));
  }

  @Test
  void whoFirstAcceptedWhenTheVersionWasInForceIsNotBoundByItWithoutAnAct() {
    var binding = bound(noticed(), AUGUST, accepted(OLD, JULY));

    assertThat(binding.version()).isEqualTo(OLD);
    assertThat(binding.notBinding())
        .extracting("because")
        .containsExactly(Because.ACCEPTED_AFTERWARDS);
    assertThat(bound(noticed(), AUGUST, accepted(OLD, JULY.minus(A_MILLISECOND))).version())
        .isEqualTo(NEW);
  }

  @Test
  void aLaterNoticedVersionBindsPastOneThatDidNot() {
    var terms =
        terms(REASONABLE_CHANGE)
            .version("2024-04-01", "2024-04-01", REASONABLE_CHANGE)
            .notice("2024-04-01", day("2024-03-01"));

    var between = bound(terms, AUGUST, accepted(OLD, JUNE_20));
    assertThat(between.version()).isEqualTo(OLD);
    var binding = bound(terms, day("2024-04-01"), accepted(OLD, JUNE_20));
    assertThat(binding.version()).isEqualTo("2024-04-01");
    assertThat(binding.notBinding()).isEmpty();
  }

  @Test
  void anAmendmentOfOneNotYetInForceBindsFromItsOwnDayAndThatOneUntilThen() {
    var august = "2023-08-01";
    var history =
        noticed()
            .version(august, august, REASONABLE_CHANGE)
            .notice(august, day("2023-06-28"))
            .history();
    var act = accepted(OLD, JUNE_20);

    assertThat(bound(history, null, JULY.minus(A_MILLISECOND), act).version()).isEqualTo(OLD);
    assertThat(bound(history, null, JULY, act).version()).isEqualTo(NEW);
    assertThat(bound(history, null, AUGUST.minus(A_MILLISECOND), act).version()).isEqualTo(NEW);
    assertThat(bound(history, null, AUGUST, act).version()).isEqualTo(august);
    var unnoticed = history.knownAt(day("2023-06-27"));
    assertThat(bound(unnoticed, null, AUGUST, act).version()).isEqualTo(NEW);
  }

  @Test
  void withoutAnAcceptanceNothingBinds() {
    var binding = bound(noticed(), AUGUST);

    assertThat(binding.basis()).isEqualTo(Basis.NOT_BOUND);
    assertThat(binding.version()).isNull();
    assertThat(binding.since()).isNull();
    assertThat(binding.reason().en()).isEqualTo("No acceptance stands at that time.");
    assertThat(binding.notBinding()).extracting("version").containsExactly(OLD, NEW);
  }

  @Test
  void beforeTheActNothingBinds() {
    var act = accepted(OLD, JUNE_20);

    assertThat(bound(noticed(), JUNE_20.minus(A_MILLISECOND), act).basis())
        .isEqualTo(Basis.NOT_BOUND);
    assertThat(bound(noticed(), JUNE_20, act).basis()).isEqualTo(Basis.EXPLICIT);
  }

  @Test
  void anApplicationThatIsVoidedBindsNobody() {
    var binding =
        new Bindings(DOCUMENT, noticed().history())
            .of(null, null, List.of(accepted(OLD, JUNE_20)), AUGUST);

    assertThat(binding.basis()).isEqualTo(Basis.NOT_BOUND);
    assertThat(binding.notBinding()).extracting("because").containsOnly(Because.NO_CONTRACT);
  }

  @Test
  void anEndedContractSaysWhatBoundItUntilThen() {
    var act = accepted(OLD, JUNE_20);
    var end = day("2023-07-15");

    var binding = bound(noticed().history(), end, AUGUST, act);
    assertThat(binding.version()).isEqualTo(NEW);
    assertThat(binding.until()).isEqualTo(end);
    assertThat(binding.reason().ja()).endsWith("契約は2023年7月15日に終了しました。");

    assertThat(bound(noticed().history(), end, end.minus(A_MILLISECOND), act).until()).isNull();
  }

  @Test
  void aVersionThatBeginsWhenTheContractEndsDoesNotBindIt() {
    var act = accepted(OLD, JUNE_20);

    var ended = bound(noticed().history(), JULY, AUGUST, act);
    assertThat(ended.version()).isEqualTo(OLD);
    assertThat(ended.notBinding()).extracting("because").containsExactly(Because.NO_CONTRACT);
    assertThat(bound(noticed().history(), JULY.plus(A_MILLISECOND), AUGUST, act).version())
        .isEqualTo(NEW);
  }

  @Test
  void anImportedAcceptanceBindsAndIsSaidToBeUnproven() {
    var imported = accepted(OLD, JUNE_20, AcceptanceBasis.IMPORTED_UNPROVEN);

    var binding = bound(noticed(), day("2023-06-25"), imported);
    assertThat(binding.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(binding.reason().ja()).contains("移行された記録", "証拠がありません");
    assertThat(bound(noticed(), AUGUST, imported).reason().en())
        .contains("imported, without proof");
  }

  @Test
  void aProvenActComesBeforeAnImportedOneOfTheSameVersion() {
    var imported = accepted(OLD, JUNE_20, AcceptanceBasis.IMPORTED_UNPROVEN);
    var proven = accepted(OLD, day("2023-06-22"));

    var binding = bound(noticed(), day("2023-06-25"), imported, proven);
    assertThat(binding.accepted()).isEqualTo(proven);
    assertThat(bound(noticed(), day("2023-06-21"), imported, proven).accepted())
        .isEqualTo(imported);
  }

  @Test
  void actsUnderAnotherDocumentDoNotCount() {
    var other =
        new Acceptance(
            "a",
            "e",
            new TermsReference("other", OLD, "sha"),
            AcceptanceBasis.EXPLICIT,
            List.of(1),
            JUNE_20,
            null);

    assertThat(bound(noticed(), AUGUST, other).basis()).isEqualTo(Basis.NOT_BOUND);
  }
}
