package dev.keiyaku.eventstore;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An aggregate that records whatever it is told, under the contract's names. */
@Aggregate(type = "Subscription")
class Account {

  static final Instant LONG_AGO = Instant.parse("2023-07-01T00:00:00Z");

  @AggregateIdentifier private @Nullable String id;

  record Open(@TargetAggregateIdentifier String id, List<Claim> claims, @Nullable Receipt receipt) {
    Open(String id) {
      this(id, List.of(), null);
    }
  }

  record Note(
      @TargetAggregateIdentifier String id,
      String text,
      List<Claim> claims,
      @Nullable Receipt receipt) {
    Note(String id, String text) {
      this(id, text, List.of(), null);
    }
  }

  record Idle(@TargetAggregateIdentifier String id, Receipt receipt) {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(Open open) {
    request(open.claims(), open.receipt());
    AggregateLifecycle.apply(new SubscriptionActivated(open.id(), "opened", LONG_AGO, null));
  }

  @CommandHandler
  void handle(Note note) {
    request(note.claims(), note.receipt());
    AggregateLifecycle.apply(new CancellationWithdrawn(note.id(), note.text(), LONG_AGO, null));
  }

  @CommandHandler
  void handle(Idle idle) {
    request(List.of(), idle.receipt());
  }

  private static void request(List<Claim> claims, @Nullable Receipt receipt) {
    claims.forEach(AppendRequest.current()::claim);
    if (receipt != null) {
      AppendRequest.current().receipt(receipt);
    }
  }

  @EventSourcingHandler
  void on(SubscriptionActivated opened) {
    id = opened.subscriptionId();
  }
}
