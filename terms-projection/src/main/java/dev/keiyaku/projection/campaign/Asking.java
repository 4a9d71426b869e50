package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.consent.bulk.Cohorts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about a cohort as it is sent: a version with a standing, or a path.
 *
 * @param asOf the effective instant; null for now
 * @param knownAt the recorded one; null for what has settled
 */
record Asking(
    @Nullable String document,
    @Nullable String version,
    @Nullable String standing,
    @Nullable String path,
    @Nullable String words,
    @Nullable AcceptanceBasis basis,
    @Nullable Boolean latest,
    @Nullable String isp,
    @Nullable Product product,
    @Nullable Instant asOf,
    @Nullable Instant knownAt) {

  private static final int LONGEST = 256;

  /**
   * The question with both its times.
   *
   * @param settled what is recorded until then has settled
   * @throws Problem MISSING_FIELD, INVALID_FIELD, OTHER_ISP
   */
  CohortQuery query(Caller caller, Instant now, Instant settled) {
    Fields.text(document, "document", LONGEST);
    if ((path == null) == (standing == null) || (version == null) != (standing == null)) {
      throw invalid("standing", "invalid");
    }
    if (standing != null && !Cohorts.standings().contains(standing)) {
      throw invalid("standing", "unknown-value");
    }
    refuse("words", words != null && path == null);
    refuse("basis", basis != null && path == null);
    refuse("latest", latest != null && path == null);
    if (knownAt != null && knownAt.isAfter(settled)) {
      throw invalid("knownAt", "future");
    }
    return new CohortQuery(
        Fields.text(document, "document", LONGEST),
        version == null ? null : Fields.text(version, "version", LONGEST),
        standing,
        path == null ? null : Fields.text(path, "path", LONGEST),
        words == null ? null : Fields.text(words, "words", LONGEST),
        basis == null ? null : basis.name(),
        path == null ? null : latest == null || latest,
        ispSeen(caller),
        product == null ? null : product.name(),
        asOf == null ? now : asOf,
        knownAt == null ? settled : knownAt);
  }

  private @Nullable String ispSeen(Caller caller) {
    if (caller.isp() != null && isp != null && !caller.isp().equals(isp)) {
      throw Problem.of(ProblemCode.OTHER_ISP);
    }
    return caller.isp() != null ? caller.isp() : isp;
  }

  private static void refuse(String field, boolean sent) {
    if (sent) {
      throw invalid(field, "invalid");
    }
  }

  private static Problem invalid(String field, String violation) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation(field, violation);
  }
}
