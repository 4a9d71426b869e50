package dev.keiyaku.projection.consent;

import static dev.keiyaku.contract.terms.AmendmentBasis.GENERAL_BENEFIT;
import static dev.keiyaku.contract.terms.AmendmentBasis.REASONABLE_CHANGE;
import static dev.keiyaku.projection.consent.TermsBook.DOCUMENT;
import static dev.keiyaku.projection.consent.TermsBook.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Binding.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is bound by editorial corrections, and by nothing that was withdrawn. */
class CorrectionsAndWithdrawalsTest {

  private static final Duration A_MILLISECOND = Duration.ofMillis(1);
  private static final Instant JUNE_20 = day("2023-06-20");
  private static final Instant AUGUST = day("2023-08-01");
  private static final TermsBook OLD = TermsBook.empty().version("old", null, null);
  private static final TermsBook AMENDED =
      OLD.version("new", "2023-07-01", REASONABLE_CHANGE).notice("new", day("2023-06-16"));

  private static Acceptance accepted(String version, Instant at) {
    var terms = new TermsReference(DOCUMENT, version, "sha");
    return new Acceptance(
        "a-" + version, "e", terms, AcceptanceBasis.EXPLICIT, List.of(1), at, null);
  }

  private static Binding bound(TermsBook terms, Instant at, Acceptance... acts) {
    var begin = Stream.of(acts).map(Acceptance::acceptedAt).min(Instant::compareTo).orElseThrow();
    return new Bindings(DOCUMENT, terms.history()).of(begin, null, List.of(acts), at);
  }

  @Test
  void whoAcceptedTheCorrectedVersionStaysExplicitlyBoundWithoutAnAct() {
    var terms = AMENDED.correction("new.1", "2023-08-01", "new");
    var act = accepted("new", day("2023-07-10"));

    var before = bound(terms, AUGUST.minus(A_MILLISECOND), act);
    assertThat(before.version()).isEqualTo("new");
    var after = bound(terms, AUGUST, act);
    assertThat(after.version()).isEqualTo("new.1");
    assertThat(after.basis()).isEqualTo(Basis.EXPLICIT);
    assertThat(after.since()).isEqualTo(AUGUST);
    assertThat(after.accepted()).isEqualTo(act);
    assertThat(after.notBinding()).isEmpty();
    assertThat(after.reason().ja()).contains("字句の訂正", "「new.1」", "「new」", "2023年8月1日");
    assertThat(after.reason().en()).contains("asks for no new acceptance");
  }

  @Test
  void whoIsBoundByNoticeAloneStaysSo() {
    var terms = AMENDED.correction("new.1", "2023-08-01", "new");

    var binding = bound(terms, AUGUST, accepted("old", JUNE_20));
    assertThat(binding.version()).isEqualTo("new.1");
    assertThat(binding.basis()).isEqualTo(Basis.NOTICED_AMENDMENT);
  }

  @Test
  void aCorrectionOfWhatDoesNotBindDoesNotBindEither() {
    var terms =
        OLD.version("new", "2023-07-01", REASONABLE_CHANGE)
            .correction("new.1", "2023-08-01", "new");

    var binding = bound(terms, AUGUST, accepted("old", JUNE_20));
    assertThat(binding.version()).isEqualTo("old");
    assertThat(binding.notBinding())
        .extracting("because")
        .containsExactly(Because.NOT_NOTICED, Because.CORRECTS_WHAT_DOES_NOT_BIND);
  }

  @Test
  void aCorrectionOfACorrectionGoesOn() {
    var terms =
        AMENDED.correction("new.1", "2023-08-01", "new").correction("new.2", "2023-09-01", "new.1");
    var act = accepted("new", day("2023-07-10"));

    assertThat(bound(terms, day("2023-09-01"), act).version()).isEqualTo("new.2");
    assertThat(bound(terms, day("2023-09-01"), act).basis()).isEqualTo(Basis.EXPLICIT);
  }

  @Test
  void anActOfTheCorrectionItselfIsItsOwnGround() {
    var terms = AMENDED.correction("new.1", "2023-08-01", "new");
    var act = accepted("new.1", day("2023-08-03"));

    var binding = bound(terms, day("2023-08-04"), act);
    assertThat(binding.since()).isEqualTo(day("2023-08-03"));
    assertThat(binding.reason().ja()).doesNotContain("字句の訂正");
  }

  @Test
  void aWithdrawnVersionBindsNobodyNotEvenWhoAcceptedItAhead() {
    var terms = AMENDED.withdrawn("new", day("2023-06-25"));

    var binding =
        bound(terms, AUGUST, accepted("old", JUNE_20), accepted("new", day("2023-06-22")));
    assertThat(binding.version()).isEqualTo("old");
    assertThat(binding.notBinding()).isEmpty();
    assertThat(binding.ahead()).isNull();
    assertThat(bound(terms, AUGUST, accepted("new", day("2023-06-22"))).basis())
        .isEqualTo(Basis.NOT_BOUND);
  }

  @Test
  void whatWasKnownBeforeTheWithdrawalStaysKnown() {
    var terms = AMENDED.withdrawn("new", day("2023-06-25")).history();
    var before = terms.knownAt(day("2023-06-25").minus(A_MILLISECOND));
    var act = accepted("old", JUNE_20);

    var binding = new Bindings(DOCUMENT, before).of(JUNE_20, null, List.of(act), AUGUST);
    assertThat(binding.version()).isEqualTo("new");
  }

  /** An amendment of an amendment that is not yet in force, and then never is. */
  @Test
  void anAmendmentOfAnAmendmentYetToComeBindsFromItsOwnDay() {
    var terms = AMENDED.version("newer", "2023-08-01", GENERAL_BENEFIT);
    var act = accepted("old", JUNE_20);

    assertThat(bound(terms, AUGUST.minus(A_MILLISECOND), act).version()).isEqualTo("new");
    assertThat(bound(terms, AUGUST, act).version()).isEqualTo("newer");
    var without = terms.withdrawn("new", day("2023-06-25"));
    assertThat(bound(without, AUGUST.minus(A_MILLISECOND), act).version()).isEqualTo("old");
    assertThat(bound(without, AUGUST, act).version()).isEqualTo("newer");
  }

  /** 民法548条の4第3項: a late notice mends nothing, the same words from a later day do. */
  @Test
  void theSameWordsPublishedAgainForALaterDayMendALateNotice() {
    var late = OLD.version("new", "2023-07-01", REASONABLE_CHANGE).notice("new", day("2023-07-05"));
    var act = accepted("old", JUNE_20);
    assertThat(bound(late, AUGUST, act).version()).isEqualTo("old");

    var again =
        late.version("new.again", "2023-08-01", REASONABLE_CHANGE)
            .notice("new.again", day("2023-07-05"));
    assertThat(again.history().version("new.again").orElseThrow().published().contentSha256())
        .isEqualTo(again.history().version("new").orElseThrow().published().contentSha256());
    assertThat(bound(again, AUGUST.minus(A_MILLISECOND), act).version()).isEqualTo("old");
    assertThat(bound(again, AUGUST, act).version()).isEqualTo("new.again");
    assertThat(bound(again, AUGUST, act).basis()).isEqualTo(Basis.NOTICED_AMENDMENT);
  }
}
