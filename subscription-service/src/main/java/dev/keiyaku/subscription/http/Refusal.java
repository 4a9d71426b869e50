package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.eventstore.StoreBusyException;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.problem.Outages;
import java.time.Duration;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What a command that failed is answered with. */
final class Refusal {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final ClaimHolders holders;

  Refusal(ClaimHolders holders) {
    this.holders = holders;
  }

  /** The problem to throw; what nobody foresaw stays as it is. */
  RuntimeException of(RuntimeException thrown, Call call) {
    if (Outages.isOutage(thrown) || find(thrown, StoreBusyException.class) != null) {
      return Problem.of(ProblemCode.UNAVAILABLE, thrown).retryAfter(SOON);
    } else if (find(thrown, Problem.class) instanceof Problem problem) {
      return problem;
    } else if (find(thrown, ClaimTakenException.class) instanceof ClaimTakenException taken) {
      return holders.refusal(taken, call.caller());
    } else if (find(thrown, AggregateNotFoundException.class) != null
        // An id of another kind of stream: it gives an aggregate of this kind no identity.
        || find(thrown, IncompatibleAggregateException.class) != null) {
      return Problem.of(ProblemCode.NOT_FOUND);
    } else if (find(thrown, ConcurrencyException.class) != null) {
      return changed(call);
    }
    return thrown;
  }

  private static Problem changed(Call call) {
    return call.ifMatch() == null
        ? Problem.of(ProblemCode.CONCURRENT_CHANGE).retryAfter(SOON)
        : Problem.of(ProblemCode.PRECONDITION_FAILED);
  }

  static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> kind) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
