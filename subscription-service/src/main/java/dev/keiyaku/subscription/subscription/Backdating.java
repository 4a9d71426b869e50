package dev.keiyaku.subscription.subscription;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How late an entry may be: dated back within a bound, and with a reason.
 *
 * @param limit the bound, such as {@code P62D}
 */
public record Backdating(Duration limit) {

  /**
   * When something holds that has happened already.
   *
   * @param asked null for now
   * @throws Problem EFFECTIVE_IN_FUTURE, BACKDATED_TOO_FAR or REASON_REQUIRED
   */
  Instant past(String field, @Nullable Instant asked, Instant now, @Nullable FreeText reason) {
    if (asked != null && asked.isAfter(now)) {
      throw Problem.of(ProblemCode.EFFECTIVE_IN_FUTURE).detail(field);
    }
    return any(asked, now, reason);
  }

  /**
   * When something holds that may also be dated ahead.
   *
   * @param asked null for now
   * @throws Problem BACKDATED_TOO_FAR or REASON_REQUIRED
   */
  Instant any(@Nullable Instant asked, Instant now, @Nullable FreeText reason) {
    var at = asked == null ? now : asked;
    if (at.isBefore(now.minus(limit))) {
      throw Problem.of(ProblemCode.BACKDATED_TOO_FAR).detail(limit.toDays());
    } else if (at.isBefore(now) && reason == null) {
      throw Problem.of(ProblemCode.REASON_REQUIRED);
    }
    return at;
  }
}
