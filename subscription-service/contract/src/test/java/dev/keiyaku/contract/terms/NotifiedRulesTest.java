package dev.keiyaku.contract.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotifiedRulesTest {

  /** 00:00 of 2023-07-01 in Japan. */
  private static final Instant MIDNIGHT = Instant.parse("2023-06-30T15:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2023, 7, 1);
  private static final RuleIssuer OPERATOR = new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);

  private TermsHistory history = TermsHistory.empty();

  @Test
  void aRuleNoticedInTimeIsPartOfTheTermsFromMidnightInJapan() {
    notified("a", DAY, MIDNIGHT.minus(Duration.ofDays(3)), null);

    assertThat(standing("a", MIDNIGHT.minusMillis(1))).isEqualTo(RuleStanding.AHEAD);
    assertThat(standing("a", MIDNIGHT)).isEqualTo(RuleStanding.IN_FORCE);
  }

  @Test
  void aNoticeOfTheVeryInstantIsInTime() {
    notified("a", DAY, MIDNIGHT, null);

    assertThat(rule("a").notified().noticedInTime()).isTrue();
    assertThat(standing("a", MIDNIGHT)).isEqualTo(RuleStanding.IN_FORCE);
  }

  @Test
  void aRuleNoticedLateIsPartOfTheTermsFromItsNoticeOn() {
    var late = MIDNIGHT.plusSeconds(3600);
    notified("a", DAY, late, null);

    assertThat(rule("a").notified().noticedInTime()).isFalse();
    assertThat(standing("a", MIDNIGHT.minusMillis(1))).isEqualTo(RuleStanding.AHEAD);
    assertThat(standing("a", MIDNIGHT)).isEqualTo(RuleStanding.NOT_YET_NOTIFIED);
    assertThat(standing("a", late.minusMillis(1))).isEqualTo(RuleStanding.NOT_YET_NOTIFIED);
    assertThat(standing("a", late)).isEqualTo(RuleStanding.IN_FORCE);
  }

  @Test
  void aRuleStaysUntilTheOneThatSupersedesItIsNotifiedToo() {
    var late = MIDNIGHT.plusSeconds(3600);
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    notified("b", DAY, late, "a");

    assertThat(standing("a", late.minusMillis(1))).isEqualTo(RuleStanding.IN_FORCE);
    assertThat(standing("a", late)).isEqualTo(RuleStanding.SUPERSEDED);
    assertThat(standing("b", late)).isEqualTo(RuleStanding.IN_FORCE);
  }

  @Test
  void aRuleEndsAtMidnightOfItsDay() {
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    ended("a", DAY);

    assertThat(standing("a", MIDNIGHT.minusMillis(1))).isEqualTo(RuleStanding.IN_FORCE);
    assertThat(standing("a", MIDNIGHT)).isEqualTo(RuleStanding.ENDED);
  }

  @Test
  void aMistakenRuleThatNeverAppliedLeavesTheOneBeforeItInForce() {
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    notified("b", DAY, MIDNIGHT.minusSeconds(1), "a");
    ended("b", DAY);

    assertThat(standing("b", MIDNIGHT)).isEqualTo(RuleStanding.ENDED);
    assertThat(standing("a", MIDNIGHT)).isEqualTo(RuleStanding.IN_FORCE);
    assertThat(rule("a").successor()).isNull();
  }

  @Test
  void aRuleDoesNotComeBackWhenTheOneThatSupersededItEnds() {
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    notified("b", DAY, MIDNIGHT.minusSeconds(1), "a");
    ended("b", DAY.plusDays(1));

    var after = MIDNIGHT.plus(Duration.ofDays(2));
    assertThat(standing("a", after)).isEqualTo(RuleStanding.SUPERSEDED);
    assertThat(standing("b", after)).isEqualTo(RuleStanding.ENDED);
  }

  @Test
  void onlyTheVendorWhomTheTermsNameAddsToThem() {
    notified("ours", OPERATOR);
    notified("theirs", new RuleIssuer(RuleIssuer.Kind.VENDOR, "オープンテキスト株式会社"));

    assertThat(partsUnder("オープンテキスト株式会社")).containsExactly("ours", "theirs");
    assertThat(partsUnder("ウェブルート株式会社")).containsExactly("ours");
  }

  @Test
  void aRuleOfAVendorWhomTheTermsDoNotNameTakesNoRuleFromThem() {
    var webroot = new RuleIssuer(RuleIssuer.Kind.VENDOR, "ウェブルート株式会社");
    var openText = new RuleIssuer(RuleIssuer.Kind.VENDOR, "オープンテキスト株式会社");
    var before = MIDNIGHT.minusSeconds(1);
    plus(rule("old", webroot, DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null));
    plus(rule("new", openText, DAY, before, "old"));

    assertThat(standing("old", MIDNIGHT)).isEqualTo(RuleStanding.SUPERSEDED);
    assertThat(partsUnder("ウェブルート株式会社")).containsExactly("old");
    assertThat(partsUnder("オープンテキスト株式会社")).containsExactly("new");

    plus(rule("back", webroot, DAY, before, "new"));
    assertThat(partsUnder("ウェブルート株式会社")).containsExactly("back");
    assertThat(partsUnder("オープンテキスト株式会社")).containsExactly("new");
  }

  @Test
  void whatSupersedesARuleThatNeverAppliedComesInThePlaceOfTheOneBeforeIt() {
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    notified("b", DAY, MIDNIGHT.minusSeconds(1), "a");
    notified("c", DAY.plusDays(1), MIDNIGHT.minusSeconds(1), "b");
    ended("b", DAY);

    var next = MIDNIGHT.plus(Duration.ofDays(1));
    assertThat(standing("a", next.minusMillis(1))).isEqualTo(RuleStanding.IN_FORCE);
    assertThat(standing("a", next)).isEqualTo(RuleStanding.SUPERSEDED);
    assertThat(standing("c", next)).isEqualTo(RuleStanding.IN_FORCE);
  }

  @Test
  void whatWasRecordedLaterWasNotKnownBefore() {
    notified("a", DAY.minusMonths(1), MIDNIGHT.minus(Duration.ofDays(60)), null);
    ended("a", DAY);

    var before = history.knownAt(recordedAt(0)).rules();
    assertThat(before.rule("a").orElseThrow().standing(MIDNIGHT)).isEqualTo(RuleStanding.IN_FORCE);
    assertThat(history.knownAt(recordedAt(0).minusMillis(1)).rules().all()).isEmpty();
  }

  @Test
  void rulesLeaveTheVersionsAlone() {
    notified("a", OPERATOR);

    assertThat(history.versions()).isEmpty();
    assertThat(history.lastSequence()).isZero();
  }

  private List<String> partsUnder(String vendor) {
    var terms = new TermsContent("規約", new Vendor(vendor), List.of(), List.of(), List.of());
    return history.rules().partOf(terms, MIDNIGHT).stream().map(NotifiedRules.Rule::name).toList();
  }

  private RuleStanding standing(String name, Instant at) {
    return rule(name).standing(at);
  }

  private NotifiedRules.Rule rule(String name) {
    return history.rules().rule(name).orElseThrow();
  }

  private void notified(String name, RuleIssuer issuer) {
    plus(rule(name, issuer, DAY, MIDNIGHT.minusSeconds(1), null));
  }

  private void notified(
      String name, LocalDate from, Instant published, @Nullable String supersedes) {
    plus(rule(name, OPERATOR, from, published, supersedes));
  }

  private void ended(String name, LocalDate on) {
    plus(new TermsRuleEnded("mysecure", name, on, "ended"));
  }

  private static TermsRuleNotified rule(
      String name,
      RuleIssuer issuer,
      LocalDate from,
      Instant published,
      @Nullable String supersedes) {
    return new TermsRuleNotified(
        "mysecure",
        name,
        new RuleContent("細則", issuer, "本文", null),
        "sha",
        null,
        from,
        new TermsRuleNotified.Notice(
            "https://example.jp/", published, List.of(NoticeChannel.WEB), null, null),
        supersedes,
        null);
  }

  private void plus(TermsEvent event) {
    var sequence = history.lastSequence() + 1;
    history =
        history.plus(new RecordedEvent<>("e" + sequence, sequence, recordedAt(sequence), event));
  }

  private static Instant recordedAt(long sequence) {
    return Instant.parse("2023-08-01T00:00:00Z").plusSeconds(sequence);
  }
}
