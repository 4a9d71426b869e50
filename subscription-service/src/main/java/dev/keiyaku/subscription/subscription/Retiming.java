package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionLifted;
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
        mistaken instanceof SubscriptionActivated || mistaken instanceof SuspensionLifted
            ? backdating.past("effectiveAt", asked, refused.now(), command.reason())
            : backdating.any(asked, refused.now(), command.reason());
    if (mistaken instanceof SubscriptionSuspended suspended && !citesTheSame(suspended, at)) {
      throw refused.correcting(suspended, Kind.RETIME);
    }
    return at;
  }

  /** Across a change of the terms it would cite words that were not in force at its start. */
  private boolean citesTheSame(SubscriptionSuspended suspended, Instant start) {
    return new SuspensionGrounds(office.terms(product.document()), product)
        .cited(suspended.ground(), start)
        .equals(suspended.clause());
  }
}
