package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Problem;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a version must be to the one before it. */
class SuccessionTest {

  private static final TermsNode FIRST = words("art1", "本文");
  private static final TermsNode UNKNOWN = elided("art2-art4", NodeKind.ARTICLE_RANGE);
  private static final List<TermsNode> OLD = List.of(FIRST, UNKNOWN);

  private TermsHistory history = TermsHistory.empty();

  @Test
  void anAmendmentNamesTheVersionInForceUntilItBegins() {
    publish(first());
    publish(amendment("july", "2023-07-01", "first"));

    assertThat(history.version("july").orElseThrow().predecessor()).isEqualTo("first");
    assertThat(history.version("july").orElseThrow().kind()).isEqualTo(VersionKind.AMENDMENT);
    assertRefused(amendment("august", "2023-08-01", "first"), "predecessor:not-the-version-before");
    assertRefused(amendment("august", "2023-08-01", "nothing"), "predecessor:no-such-version");
    publish(amendment("august", "2023-08-01", "july"));
  }

  @Test
  void versionsMayBeRecordedOutOfOrder() {
    publish(first());
    publish(amendment("august", "2023-08-01", "first"));
    publish(amendment("july", "2023-07-01", "first"));

    assertThat(history.before(history.version("august").orElseThrow()).orElseThrow().name())
        .isEqualTo("july");
    assertThat(history.version("august").orElseThrow().predecessor()).isEqualTo("first");
  }

  @Test
  void anAmendmentMayComeBeforeTheVersionsThatItFollowsWhenItNamesNone() {
    assertRefused(amendment("august", "2023-08-01", "july"), "predecessor:no-such-version");
    publish(
        command("august", "2023-08-01", AmendmentBasis.REASONABLE_CHANGE, OLD, Succession.UNNAMED));
    publish(
        command("july", "2023-07-01", AmendmentBasis.REASONABLE_CHANGE, OLD, Succession.UNNAMED));
    publish(first());

    assertThat(followed("august")).isEqualTo("july");
    assertThat(followed("july")).isEqualTo("first");
    assertThat(history.version("august").orElseThrow().kind()).isEqualTo(VersionKind.AMENDMENT);
  }

  @Test
  void aCorrectionWaitsForWhatItCorrects() {
    publish(first());
    assertRefused(
        command(
            "july.1",
            "2023-07-02",
            null,
            OLD,
            new Succession(VersionKind.EDITORIAL, "july", List.of())),
        "predecessor:no-such-version");
  }

  private String followed(String version) {
    return history.before(history.version(version).orElseThrow()).orElseThrow().name();
  }

  @Test
  void aCorrectionWithoutAPredecessorNamedFollowsTheVersionInForce() {
    publish(first());
    publish(correction("first.1", "2023-07-01", List.of(words("art1", "本文。"), UNKNOWN)));

    assertThat(history.version("first.1").orElseThrow().predecessor()).isEqualTo("first");
    assertThat(history.version("first.1").orElseThrow().kind()).isEqualTo(VersionKind.EDITORIAL);
  }

  @Test
  void aCorrectionNeedsAVersionAndNoBasis() {
    assertRefused(correction("first.1", "2023-07-01", OLD), "predecessor:no-version-before");
    publish(first());
    assertRefused(
        command(
            "first.1",
            "2023-07-01",
            AmendmentBasis.GENERAL_BENEFIT,
            OLD,
            new Succession(VersionKind.EDITORIAL, null, List.of())),
        "basis:only-of-an-amendment");
  }

  @Test
  void aCorrectionChangesWordsOnly() {
    publish(first());
    assertRefused(
        correction("first.1", "2023-07-01", List.of(FIRST, UNKNOWN, words("art5", "追加"))),
        "art5:changed-by-a-correction");
    assertRefused(
        correction("first.1", "2023-07-01", List.of(UNKNOWN)), "art1:changed-by-a-correction");
    var other = new TermsContent("規約", new Vendor("別会社"), List.of(), List.of(), OLD);
    assertRefused(
        new PublishTermsVersion(
            "d",
            "first.1",
            LocalDate.parse("2023-07-01"),
            null,
            null,
            null,
            other,
            null,
            null,
            new Succession(VersionKind.EDITORIAL, null, List.of())),
        "content.vendor:changed-by-a-correction");
  }

  @Test
  void nothingComesBetweenACorrectionAndWhatItCorrects() {
    publish(first());
    publish(correction("first.1", "2023-08-01", OLD));

    assertRefused(
        amendment("july", "2023-07-01", "first"), "effectiveFrom:before-a-correction-of-another");
  }

  @Test
  void aVersionThatAnotherNamesIsNotWithdrawnBeforeThat() {
    publish(first());
    publish(amendment("july", "2023-07-01", "first"));
    publish(amendment("august", "2023-08-01", "july"));
    var now = Instant.parse("2023-06-01T00:00:00Z");

    var refused =
        catchThrowableOfType(Problem.class, () -> WithdrawalRules.refuse("july", history, now));
    assertThat(refused.code().name()).isEqualTo("TERMS_VERSION_FOLLOWED");
    WithdrawalRules.refuse("august", history, now);
    record(new TermsVersionWithdrawn("d", "august", now, "a mistake"));
    WithdrawalRules.refuse("july", history, now);
  }

  @Test
  void whatIsLeftOutStaysSoOrIsReplacedKnowingly() {
    publish(first());
    var filled = List.of(FIRST, words("art2", "二"), words("art3", "三"), words("art4", "四"));

    assertRefused(
        command("july", "2023-07-01", AmendmentBasis.REASONABLE_CHANGE, filled, unnamed()),
        "art2-art4:elided-before");
    assertRefused(
        command("july", "2023-07-01", AmendmentBasis.REASONABLE_CHANGE, OLD, replaces("art1")),
        "replacesElided:not-elided-before");
    assertRefused(
        command(
            "july", "2023-07-01", AmendmentBasis.REASONABLE_CHANGE, OLD, replaces(UNKNOWN.path())),
        "art2-art4:elided-before");
    publish(
        command(
            "july",
            "2023-07-01",
            AmendmentBasis.REASONABLE_CHANGE,
            filled,
            replaces(UNKNOWN.path())));
    assertThat(
            Objects.requireNonNull(history.version("july").orElseThrow().succession())
                .replacesElided())
        .containsExactly(UNKNOWN.path());
  }

  @Test
  void wordsThatWereKnownAreNotLeftOut() {
    publish(first());
    assertRefused(
        command(
            "july",
            "2023-07-01",
            AmendmentBasis.REASONABLE_CHANGE,
            List.of(elided("art1", NodeKind.ARTICLE), UNKNOWN),
            unnamed()),
        "art1:words-lost");
    assertRefused(
        command(
            "july",
            "2023-07-01",
            AmendmentBasis.REASONABLE_CHANGE,
            List.of(elided("art1-art4", NodeKind.ARTICLE_RANGE)),
            replaces(UNKNOWN.path())),
        "art1-art4:words-lost");
  }

  @Test
  void onlyTheFirstIsAFirst() {
    publish(command("a", "2023-06-01", null, OLD, kind(VersionKind.FIRST)));
    assertRefused(
        command("b", "2023-07-01", null, OLD, kind(VersionKind.FIRST)), "kind:not-a-first");
  }

  private static PublishTermsVersion first() {
    return command("first", null, null, OLD, unnamed());
  }

  private static PublishTermsVersion amendment(String version, String day, String predecessor) {
    return command(
        version,
        day,
        AmendmentBasis.REASONABLE_CHANGE,
        OLD,
        new Succession(null, predecessor, List.of()));
  }

  private static PublishTermsVersion correction(String version, String day, List<TermsNode> nodes) {
    return command(version, day, null, nodes, kind(VersionKind.EDITORIAL));
  }

  private static Succession unnamed() {
    return Succession.UNNAMED;
  }

  private static Succession kind(VersionKind kind) {
    return new Succession(kind, null, List.of());
  }

  private static Succession replaces(String path) {
    return new Succession(null, null, List.of(path));
  }

  private static PublishTermsVersion command(
      String version,
      @Nullable String day,
      @Nullable AmendmentBasis basis,
      List<TermsNode> nodes,
      Succession succession) {
    return new PublishTermsVersion(
        "d",
        version,
        day == null ? null : LocalDate.parse(day),
        null,
        null,
        basis,
        new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), nodes),
        null,
        null,
        succession);
  }

  private void publish(PublishTermsVersion command) {
    PublicationChecks.refuse(command, "computed", history);
    Stream.concat(
            command.succession().event(command, history).stream(),
            Stream.of(
                new TermsVersionPublished(
                    "d",
                    command.version(),
                    command.effectiveFrom(),
                    null,
                    null,
                    command.basis(),
                    command.content(),
                    "computed",
                    Map.of(),
                    null)))
        .forEach(event -> record((TermsEvent) event));
  }

  private void record(TermsEvent event) {
    var sequence = history.lastSequence() + 1;
    history = history.plus(new RecordedEvent<>("e" + sequence, sequence, Instant.EPOCH, event));
  }

  private void assertRefused(PublishTermsVersion command, String violation) {
    var refused =
        catchThrowableOfType(
            Problem.class, () -> PublicationChecks.refuse(command, "computed", history));
    assertThat(refused).as(violation).isNotNull();
    assertThat(refused.violations())
        .extracting(each -> each.path() + ":" + each.code())
        .contains(violation);
  }

  private static TermsNode words(String path, String text) {
    return new TermsNode(path, NodeKind.ARTICLE, "", null, text, false, null, List.of());
  }

  private static TermsNode elided(String path, NodeKind kind) {
    return new TermsNode(path, kind, "", null, null, true, null, List.of());
  }
}
