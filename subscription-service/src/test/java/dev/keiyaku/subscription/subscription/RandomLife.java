package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.http.Problem;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A subscription to which anything may be done, at any time; what is refused is not recorded. */
final class RandomLife implements AutoCloseable {

  /** What can be done. */
  enum Act {
    ACTIVATE,
    SUSPEND,
    LIFT,
    WITHDRAW_SUSPENSION,
    CANCEL,
    WITHDRAW_CANCELLATION,
    ACCEPT,
    OBJECT,
    WITHDRAW_OBJECTION,
    WITHDRAW_CONSENT,
    SETTLE,
    VOID,
    RETIME
  }

  /**
   * One act.
   *
   * @param hours from now to its effective time; 0 for now
   * @param pick which suspension or entry it names
   * @param later how many hours pass before it
   */
  record Step(Act act, int hours, int pick, int later) {}

  private static final FreeText WHY = new FreeText("random");

  private final Clock former = GenericEventMessage.clock;
  private final Configuration axon;
  private Instant now = Lifetime.time("2023-07-05T00:00");
  private int suspensions;
  private int acts;
  private @Nullable Status answer;

  RandomLife() {
    InstantSource time = () -> now;
    var clock = time.withZone(ZoneOffset.UTC);
    GenericEventMessage.clock = clock;
    var bound = new Backdating(Duration.ofDays(62));
    var office = new Office(TestTerms::withOneToCome, new Lifetime.OpenVault(), clock, bound);
    // Modules on the class path stay out: one of them reports usage to a vendor.
    axon =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(_ ->
                EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build())
            .registerComponent(Office.class, _ -> office)
            .configureAggregate(AggregateConfigurer.defaultConfiguration(Subscription.class))
            .start();
    axon.commandBus()
        .registerHandlerInterceptor((unit, chain) -> {
          unit.onPrepareCommit(_ -> AppendRequest.current().appendedAt(1));
          return chain.proceed();
        });
    send(
        new SubscriptionCommand.ApplyForSubscription(
            ID,
            Lifetime.SUBSCRIBER,
            Product.MYSECURE,
            Lifetime.OFFICE,
            null,
            null,
            null,
            null,
            acceptance(),
            null));
  }

  void take(Step step) {
    now = now.plus(Duration.ofHours(step.later()));
    var before = stored().size();
    try {
      send(command(step));
    } catch (Problem refused) {
      answer = null;
      assert stored().size() == before : "A refusal leaves no event";
    }
  }

  Instant now() {
    return now;
  }

  /** The status that the aggregate held when it last answered; empty after a refusal. */
  Optional<Status> lastAnswer() {
    return Optional.ofNullable(answer);
  }

  /** The events as their stored JSON gives them back. */
  List<RecordedEvent<SubscriptionEvent>> stored() {
    return axon.eventStore()
        .readEvents(ID)
        .asStream()
        .map(event ->
            new RecordedEvent<>(
                event.getIdentifier(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                (SubscriptionEvent) readBack(event.getPayload())))
        .toList();
  }

  @Override
  public void close() {
    axon.shutdown();
    GenericEventMessage.clock = former;
  }

  private void send(SubscriptionCommand command) {
    var outcome = axon.commandGateway().sendAndWait(command);
    answer =
        switch ((SubscriptionOutcome) outcome) {
          case SubscriptionOutcome.Applied it -> it.status();
          case SubscriptionOutcome.Activated it -> it.status();
          case SubscriptionOutcome.Suspended it -> it.status();
          case SubscriptionOutcome.Lifted it -> it.status();
          case SubscriptionOutcome.Withdrawn it -> it.status();
          case SubscriptionOutcome.Cancelled it -> it.status();
          case SubscriptionOutcome.Continued it -> it.status();
          case SubscriptionOutcome.Accepted it -> it.status();
          case SubscriptionOutcome.Objected it -> it.status();
          case SubscriptionOutcome.ObjectionEnded it -> it.status();
          case SubscriptionOutcome.ConsentEnded it -> it.status();
          case SubscriptionOutcome.Settled it -> it.status();
          case SubscriptionOutcome.Corrected it -> it.status();
        };
  }

  private SubscriptionCommand command(Step step) {
    var at = step.hours() == 0 ? null : now.plus(Duration.ofHours(step.hours()));
    var suspension = "s-" + (suspensions == 0 ? 0 : step.pick() % suspensions);
    return switch (step.act()) {
      case ACTIVATE -> new SubscriptionCommand.ActivateSubscription(ID, "v", at, WHY);
      case SUSPEND -> suspend(at);
      case LIFT -> new SubscriptionCommand.LiftSuspension(ID, suspension, at, WHY);
      case WITHDRAW_SUSPENSION -> new SubscriptionCommand.WithdrawSuspension(ID, suspension, WHY);
      case CANCEL -> new SubscriptionCommand.CancelSubscription(ID, "c-" + now, at, WHY);
      case WITHDRAW_CANCELLATION -> new SubscriptionCommand.WithdrawCancellation(ID, WHY);
      case ACCEPT -> new SubscriptionCommand.AcceptTerms(ID, acceptance(), at, WHY);
      case OBJECT -> object(at);
      case WITHDRAW_OBJECTION ->
          new SubscriptionCommand.WithdrawObjection(ID, act("o-", step), at, WHY);
      case WITHDRAW_CONSENT -> withdrawConsent(step, at);
      case SETTLE -> settle(step, at);
      case VOID -> correct(step, Kind.VOID, null);
      case RETIME -> correct(step, Kind.RETIME, at == null ? now : at);
    };
  }

  private SubscriptionCommand object(@Nullable Instant at) {
    return new SubscriptionCommand.ObjectToAmendment(
        ID, "o-" + acts++, "mysecure", TestTerms.LATER, at, null, WHY);
  }

  private SubscriptionCommand withdrawConsent(Step step, @Nullable Instant at) {
    var items = step.pick() % 2 == 0 ? List.of(2, 3) : List.of(4);
    return new SubscriptionCommand.WithdrawConsent(ID, "w-" + acts++, items, at, null, WHY);
  }

  private SubscriptionCommand settle(Step step, @Nullable Instant at) {
    var how = Settlement.values()[step.pick() % 3];
    return new SubscriptionCommand.SettleConsentWithdrawal(ID, act("w-", step), how, at, WHY);
  }

  private String act(String kind, Step step) {
    return kind + (acts == 0 ? 0 : step.pick() % acts);
  }

  private SubscriptionCommand suspend(@Nullable Instant at) {
    return new SubscriptionCommand.SuspendSubscription(
        ID, "s-" + suspensions++, SuspensionGround.VENDOR, at, null, null, null, null, WHY);
  }

  private SubscriptionCommand correct(Step step, Kind kind, @Nullable Instant at) {
    var entries = stored();
    var mistaken = entries.get(step.pick() % entries.size()).eventId();
    return new SubscriptionCommand.CorrectEntry(ID, mistaken, kind, at, WHY);
  }

  private static Acceptance acceptance() {
    return new Acceptance(
        "a",
        "mysecure",
        TestTerms.NEW,
        TestTerms.hash(TestTerms.NEW),
        List.of(1, 2, 3, 4, 5, 6),
        null);
  }

  private static Object readBack(Object event) {
    var json = EventJson.mapper().writeValueAsString(event);
    return EventJson.mapper().readValue(json, event.getClass());
  }
}
