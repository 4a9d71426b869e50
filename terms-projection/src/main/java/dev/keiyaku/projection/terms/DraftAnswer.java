package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.contract.terms.VersionStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest draft of a version that is not published.
 *
 * @param contentSha256 what its publication must name
 * @param recorded when it was drafted last, by whom
 * @param content null in lists
 */
record DraftAnswer(
    String document,
    String version,
    VersionStatus status,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    @Nullable AmendmentBasis basis,
    @Nullable VersionKind kind,
    @Nullable String predecessor,
    List<String> replacesElided,
    String contentSha256,
    @Nullable String reason,
    Recording recorded,
    @Nullable TermsContent content) {

  static DraftAnswer of(TermsVersionDrafted draft, Recording recorded, boolean whole) {
    return new DraftAnswer(
        draft.document(),
        draft.version(),
        VersionStatus.DRAFT,
        draft.effectiveFrom(),
        draft.amendedOn(),
        draft.amendmentReference(),
        draft.basis(),
        draft.kind(),
        draft.predecessor(),
        draft.replacesElided(),
        draft.contentSha256(),
        draft.reason(),
        recorded,
        whole ? draft.content() : null);
  }
}
