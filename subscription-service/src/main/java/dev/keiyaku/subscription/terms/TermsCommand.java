package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a terms document; by the legal desk. */
sealed interface TermsCommand {

  /** The document; its stream's id. */
  String document();

  /**
   * Publish a version.
   *
   * @param effectiveFrom the first day in Japan; null when the source does not say
   * @param contentSha256 the hash that the sender computed, to be held against ours; null when none
   * @param succession which version it follows, and as what
   */
  record PublishTermsVersion(
      @TargetAggregateIdentifier String document,
      String version,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate amendedOn,
      @Nullable String amendmentReference,
      @Nullable AmendmentBasis basis,
      TermsContent content,
      @Nullable String contentSha256,
      @Nullable String reason,
      Succession succession)
      implements TermsCommand {}

  /**
   * Record the notice of a version.
   *
   * @param firstPublishedAt when it was, UTC; not in the future
   * @param captured base64; null when only the hash of the bytes was kept
   */
  record RecordTermsNotice(
      @TargetAggregateIdentifier String document,
      String version,
      String noticeId,
      String place,
      Instant firstPublishedAt,
      String capturedSha256,
      @Nullable String captured,
      List<NoticeChannel> channels,
      @Nullable String reason)
      implements TermsCommand {}

  /**
   * Withdraw a version before it takes effect.
   *
   * @param reason why; not about any subscriber
   */
  record WithdrawTermsVersion(
      @TargetAggregateIdentifier String document, String version, String reason)
      implements TermsCommand {}

  /**
   * Draft a version, or draft it again.
   *
   * @param stream of the document's drafts
   */
  record DraftTermsVersion(
      @TargetAggregateIdentifier String stream, PublishTermsVersion publication)
      implements TermsCommand {

    @Override
    public String document() {
      return publication.document();
    }
  }
}
