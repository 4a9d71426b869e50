package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafts as the store has them. */
@Component
final class DraftShelf {

  private final EventStore events;

  DraftShelf(EventStore events) {
    this.events = events;
  }

  /**
   * The latest draft of a version as it is to be published.
   *
   * @param contentSha256 the hash of the draft that was read: another one is not published
   * @throws Problem NOT_FOUND when there is no draft of it
   */
  PublishTermsVersion publication(String document, String version, String contentSha256) {
    var draft = latest(document, version);
    if (draft == null) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return new PublishTermsVersion(
        document,
        version,
        draft.effectiveFrom(),
        draft.amendedOn(),
        draft.amendmentReference(),
        draft.basis(),
        draft.content(),
        contentSha256,
        draft.reason(),
        new Succession(draft.kind(), draft.predecessor(), draft.replacesElided()));
  }

  private @Nullable TermsVersionDrafted latest(String document, String version) {
    TermsVersionDrafted latest = null;
    var drafts = events.readEvents(TermsDraftEvent.stream(document));
    while (drafts.hasNext()) {
      if (drafts.next().getPayload() instanceof TermsVersionDrafted drafted
          && drafted.version().equals(version)) {
        latest = drafted;
      }
    }
    return latest;
  }
}
