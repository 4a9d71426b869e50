package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.TermsCommand.RecordTermsNotice;
import dev.keiyaku.subscription.terms.TermsCommand.WithdrawTermsVersion;
import dev.keiyaku.subscription.terms.TermsOutcome.Warning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsDocumentTest {

  private static final Instant NOW = Instant.parse("2023-06-29T00:00:00Z");
  private static final PublishTermsVersion OLD = RealTerms.publish(RealTerms.OLD);
  private static final PublishTermsVersion NEW = RealTerms.publish(RealTerms.NEW);
  private static final RecordTermsNotice NOTICE = RealTerms.notice();

  private static final WithdrawTermsVersion WITHDRAW =
      new WithdrawTermsVersion("mysecure", NEW.version(), "a mistake");

  @Test
  void theFirstVersionIsPublishedWithItsHashes() {
    fixture()
        .givenNoPriorActivity()
        .when(OLD)
        .expectEvents(published(OLD))
        .expectResultMessagePayload(
            new TermsOutcome.Published(
                "mysecure",
                OLD.version(),
                0,
                ContentHash.of(OLD.content()),
                null,
                null,
                List.of()));
  }

  @Test
  void anAmendmentWithoutNoticeIsPublishedWithAWarning() {
    fixture()
        .given(published(OLD))
        .when(NEW)
        .expectEvents(published(NEW))
        .expectResultMessagePayloadMatching(
            matches((TermsOutcome.Published done) ->
                done.warnings().equals(List.of(Warning.NOTICE_MISSING))));
  }

  @Test
  void aNoticeInTimeLeavesNothingToWarnOf() {
    fixture()
        .given(published(OLD), published(NEW))
        .when(NOTICE)
        .expectEvents(noticed(NOTICE))
        .expectResultMessagePayload(
            new TermsOutcome.Noticed(
                "mysecure",
                NEW.version(),
                RealTerms.NOTICE_ID,
                2,
                NOTICE.firstPublishedAt(),
                true,
                List.of()));
  }

  @Test
  void aNoticePublishedOnTheEffectiveDayIsTooLate() {
    var midnight = Instant.parse("2023-06-30T15:00:00Z");
    fixture(midnight)
        .given(published(OLD), published(NEW))
        .when(noticeAt(midnight))
        .expectEvents(noticed(noticeAt(midnight)))
        .expectResultMessagePayloadMatching(
            matches((TermsOutcome.Noticed done) ->
                !done.inTime() && done.warnings().equals(List.of(Warning.NOTICE_TOO_LATE))));
  }

  @Test
  void aNoticeIsNotPublishedInTheFuture() {
    refused(
        fixture().given(published(OLD), published(NEW)).when(noticeAt(NOW.plusMillis(1))),
        ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void aNoticeIsOfAVersionThatIsPublished() {
    refused(fixture().given(published(OLD)).when(NOTICE), ProblemCode.NOT_FOUND);
  }

  @Test
  void aVersionIsPublishedOnce() {
    refused(
        fixture().given(published(OLD), published(NEW)).when(NEW),
        ProblemCode.TERMS_VERSION_EXISTS);
  }

  @Test
  void twoVersionsDoNotBeginOnOneDay() {
    refused(
        fixture()
            .given(published(OLD), published(NEW))
            .when(changed("2023-07-01.b", NEW.effectiveFrom(), NEW.basis(), NEW.content(), null)),
        ProblemCode.TERMS_INVALID);
  }

  @Test
  void anAmendmentSaysOnWhatGroundItBinds() {
    refused(
        fixture()
            .given(published(OLD))
            .when(changed("b", NEW.effectiveFrom(), null, NEW.content(), null)),
        ProblemCode.TERMS_INVALID);
  }

  @Test
  void aHashOfOtherWordsIsRefused() {
    var other = ContentHash.of(NEW.content());
    refused(
        fixture().givenNoPriorActivity().when(changed("b", null, null, OLD.content(), other)),
        ProblemCode.TERMS_INVALID);
  }

  @Test
  void aPathStandsOnce() {
    refusedContent(nodes -> List.of(nodes.getFirst(), nodes.getFirst()));
  }

  @Test
  void anElidedNodeHasNoWords() {
    refusedContent(nodes -> {
      var node = nodes.getFirst();
      assertThat(node.elided()).isTrue();
      return List.of(
          new TermsNode(node.path(), node.kind(), node.label(), null, "…", true, null, List.of()));
    });
  }

  @Test
  void whatARuleRestsOnIsInTheText() {
    refusedContent(nodes -> nodes.subList(0, 1));
  }

  @Test
  void aVersionIsWithdrawnUntilAMillisecondBeforeItsDay() {
    var last = Instant.parse("2023-06-30T14:59:59.999Z");
    fixture(last)
        .given(published(OLD), published(NEW))
        .when(WITHDRAW)
        .expectEvents(withdrawn(last))
        .expectResultMessagePayload(new TermsOutcome.Withdrawn("mysecure", NEW.version(), 2, last));
    refused(
        fixture(last.plusMillis(1)).given(published(OLD), published(NEW)).when(WITHDRAW),
        ProblemCode.TERMS_VERSION_BEGUN);
  }

  @Test
  void aVersionIsWithdrawnOnceAndItsNameStaysTaken() {
    refused(
        fixture().given(published(OLD), published(NEW), withdrawn(NOW)).when(WITHDRAW),
        ProblemCode.TERMS_VERSION_WITHDRAWN);
    refused(
        fixture().given(published(OLD), published(NEW), withdrawn(NOW)).when(NOTICE),
        ProblemCode.TERMS_VERSION_WITHDRAWN);
    refused(
        fixture().given(published(OLD), published(NEW), withdrawn(NOW)).when(NEW),
        ProblemCode.TERMS_VERSION_EXISTS);
    refused(fixture().given(published(OLD)).when(WITHDRAW), ProblemCode.NOT_FOUND);
  }

  @Test
  void theDayOfAWithdrawnVersionIsFree() {
    var again = changed("again", NEW.effectiveFrom(), NEW.basis(), NEW.content(), null);
    fixture()
        .given(published(OLD), published(NEW), withdrawn(NOW))
        .when(again)
        .expectEvents(published(again));
  }

  @Test
  void theFirstVersionIsOpenAndCannotBeWithdrawn() {
    refused(
        fixture()
            .given(published(OLD))
            .when(new WithdrawTermsVersion("mysecure", OLD.version(), "a mistake")),
        ProblemCode.TERMS_VERSION_BEGUN);
  }

  private static TermsVersionWithdrawn withdrawn(Instant at) {
    return new TermsVersionWithdrawn("mysecure", NEW.version(), at, "a mistake");
  }

  private static void refusedContent(UnaryOperator<List<TermsNode>> change) {
    var content = OLD.content();
    var changed =
        new TermsContent(
            content.title(),
            content.vendor(),
            content.governing(),
            content.eligibility(),
            change.apply(content.nodes()));
    refused(
        fixture().givenNoPriorActivity().when(changed("b", null, null, changed, null)),
        ProblemCode.TERMS_INVALID);
  }

  private static AggregateTestFixture<TermsDocument> fixture() {
    return fixture(NOW);
  }

  private static AggregateTestFixture<TermsDocument> fixture(Instant now) {
    var fixture = new AggregateTestFixture<>(TermsDocument.class);
    fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    return fixture;
  }

  private static void refused(ResultValidator<TermsDocument> result, ProblemCode code) {
    result
        .expectNoEvents()
        .expectException(matches((Throwable thrown) -> ((Problem) thrown).code() == code));
  }

  private static PublishTermsVersion changed(
      String version,
      @Nullable LocalDate effectiveFrom,
      @Nullable AmendmentBasis basis,
      TermsContent content,
      @Nullable String hash) {
    return new PublishTermsVersion(
        "mysecure",
        version,
        effectiveFrom,
        null,
        null,
        basis,
        content,
        hash,
        null,
        Succession.UNNAMED);
  }

  private static RecordTermsNotice noticeAt(Instant at) {
    return new RecordTermsNotice(
        "mysecure",
        NEW.version(),
        NOTICE.noticeId(),
        NOTICE.place(),
        at,
        NOTICE.capturedSha256(),
        null,
        NOTICE.channels(),
        null);
  }

  private static TermsVersionPublished published(PublishTermsVersion command) {
    return new TermsVersionPublished(
        command.document(),
        command.version(),
        command.effectiveFrom(),
        command.amendedOn(),
        command.amendmentReference(),
        command.basis(),
        command.content(),
        ContentHash.of(command.content()),
        ContentHash.ofNodes(command.content()),
        command.reason());
  }

  private static TermsNoticeRecorded noticed(RecordTermsNotice command) {
    return new TermsNoticeRecorded(
        command.document(),
        command.version(),
        command.noticeId(),
        command.place(),
        command.firstPublishedAt(),
        command.capturedSha256(),
        command.captured(),
        command.channels(),
        command.reason());
  }
}
