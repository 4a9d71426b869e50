package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers about a terms document. */
@Component
class TermsQueries {

  private final ProjectedTerms terms;

  TermsQueries(ProjectedTerms terms) {
    this.terms = terms;
  }

  /**
   * A document as known, at an effective instant; it and its entries belong together.
   *
   * @param asOf UTC; what the versions' states are told for
   */
  record Known(TermsHistory history, List<TermsEntry> entries, long version, Instant asOf) {

    /** All of them, the withdrawn ones too. */
    List<TermsVersionAnswer> versions() {
      return history.all().stream().map(version -> answer(version, false)).toList();
    }

    TermsVersionAnswer whole(Version version) {
      return answer(version, true);
    }

    private TermsVersionAnswer answer(Version version, boolean whole) {
      var published = version.published();
      var succession = version.succession();
      return new TermsVersionAnswer(
          published.document(),
          version.name(),
          history.status(version, asOf),
          version.kind(),
          version.predecessor(),
          follows(version).orElse(null),
          succession == null ? null : succession.replacesElided(),
          published.content().title(),
          published.content().vendor().name(),
          published.effectiveFrom(),
          version.effectiveAt(),
          until(version).orElse(null),
          published.amendedOn(),
          published.amendmentReference(),
          published.basis(),
          published.contentSha256(),
          Gate.of(version),
          notices(version, whole),
          withdrawal(version.withdrawn()),
          whole ? RulePart.of(history, version, asOf) : null,
          recorded(version.entry().eventId()),
          published.reason(),
          whole ? published.content() : null,
          whole ? published.nodeSha256() : null);
    }

    private Optional<String> follows(Version version) {
      return version.withdrawn() == null
          ? history.before(version).map(Version::name)
          : Optional.empty();
    }

    private Optional<Instant> until(Version version) {
      return version.withdrawn() == null
          ? history.after(version).map(Version::effectiveAt)
          : Optional.empty();
    }

    private TermsVersionAnswer.@Nullable Withdrawal withdrawal(
        @Nullable TermsVersionWithdrawn withdrawn) {
      return withdrawn == null
          ? null
          : new TermsVersionAnswer.Withdrawal(
              withdrawn.withdrawnAt(), withdrawn.reason(), recorded(withdrawn));
    }

    private List<TermsVersionAnswer.Notice> notices(Version version, boolean whole) {
      return entries.stream()
          .filter(entry ->
              entry.event() instanceof TermsNoticeRecorded notice
                  && notice.version().equals(version.name()))
          .map(entry -> notice(entry, version, whole))
          .toList();
    }

    private static TermsVersionAnswer.Notice notice(
        TermsEntry entry, Version version, boolean whole) {
      var notice = (TermsNoticeRecorded) entry.event();
      var start = version.effectiveAt();
      return new TermsVersionAnswer.Notice(
          notice.noticeId(),
          notice.place(),
          notice.firstPublishedAt(),
          start != null && notice.firstPublishedAt().isBefore(start),
          notice.capturedSha256(),
          whole ? notice.captured() : null,
          notice.channels(),
          notice.reason(),
          entry.recorded());
    }

    /** How an event was recorded of which there is one. */
    Recording recorded(TermsEvent event) {
      return entries.stream()
          .filter(entry -> entry.event().equals(event))
          .findFirst()
          .orElseThrow()
          .recorded();
    }

    Recording recorded(String eventId) {
      return entries.stream()
          .filter(entry -> entry.eventId().equals(eventId))
          .findFirst()
          .orElseThrow()
          .recorded();
    }
  }

  /** The stream version that the read model has reached; -1 when nothing of it is recorded. */
  long version(String document) {
    return terms.of(document).lastSequence();
  }

  /**
   * A document as known at a recorded instant, UTC; null for everything.
   *
   * @param asOf the effective instant for which states are told, UTC
   * @throws Problem NOT_FOUND when nothing of it was known then
   */
  Known known(String document, @Nullable Instant knownAt, Instant asOf) {
    var entries =
        terms.entries(document).stream()
            .filter(entry -> knownAt == null || !entry.recorded().at().isAfter(knownAt))
            .toList();
    if (entries.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    var history = TermsHistory.empty();
    for (var entry : entries) {
      history = history.plus(entry.asRecorded());
    }
    return new Known(history, entries, history.lastSequence(), asOf);
  }
}
