package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The right time of a mistaken entry: within the same bounds as if it were entered now. */
record Retiming(Office office, Refused refused, Product product) {

  @Nullable Instant decide(CorrectEntry command, SubscriptionEvent mistaken) {
    if (command.kind() == Kind.VOID) {
      return null;
    }
    var backdating = office.backdating();
    var asked = command.effectiveAt();
    var at =
        mayLieAhead(mistaken)
            ? backdating.any(asked, refused.now(), command.reason())
            : backdating.past("effectiveAt", asked, refused.now(), command.reason());
    if (!meansTheSame(mistaken, at)) {
      throw refused.correcting(mistaken, Kind.RETIME);
    }
    return at;
  }

  private static boolean mayLieAhead(SubscriptionEvent mistaken) {
    return mistaken instanceof SubscriptionSuspended || mistaken instanceof SubscriptionCancelled;
  }

  /** What was said of one version or act may not slip over to another. */
  private boolean meansTheSame(SubscriptionEvent mistaken, Instant at) {
    return switch (mistaken) {
      case SubscriptionSuspended suspended -> citesTheSame(suspended, at);
      case AmendmentObjected objected ->
          new Objecting(refused, office.terms(product.document())).concerns(objected, at);
      case ConsentWithdrawn withdrawn -> new DataConsent(refused).namesTheSame(withdrawn, at);
      default -> true;
    };
  }

  /** Across a change of the terms it would cite words that were not in force at its start. */
  private boolean citesTheSame(SubscriptionSuspended suspended, Instant start) {
    return new SuspensionGrounds(office.terms(product.document()), product)
        .cited(suspended.ground(), start)
        .equals(suspended.clause());
  }
}
