package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Instant;

/** When a version may be withdrawn: before 00:00 Asia/Tokyo of its first day, and never after. */
final class WithdrawalRules {

  private WithdrawalRules() {}

  /**
   * Holds a withdrawal against what is published.
   *
   * @param now UTC
   * @throws Problem NOT_FOUND, TERMS_VERSION_WITHDRAWN, TERMS_VERSION_BEGUN or
   *     TERMS_VERSION_FOLLOWED
   */
  static void refuse(String name, TermsHistory history, Instant now) {
    var version = standing(name, history);
    if (version.published().hasBegunAt(now)) {
      throw Problem.of(ProblemCode.TERMS_VERSION_BEGUN).detail(name);
    }
    history.versions().stream()
        .filter(other -> name.equals(other.predecessor()))
        .findFirst()
        .ifPresent(other -> {
          throw Problem.of(ProblemCode.TERMS_VERSION_FOLLOWED).detail(name, other.name());
        });
  }

  /**
   * A version that is published and not withdrawn.
   *
   * @throws Problem NOT_FOUND or TERMS_VERSION_WITHDRAWN
   */
  static Version standing(String name, TermsHistory history) {
    var version = history.version(name).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    if (version.withdrawn() != null) {
      throw Problem.of(ProblemCode.TERMS_VERSION_WITHDRAWN).detail(name);
    }
    return version;
  }
}
