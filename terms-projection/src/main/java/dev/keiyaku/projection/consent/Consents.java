package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents of subscriptions, as of an instant and as known at another. Each answer is read from
 * one snapshot: rows and events of different moments would contradict each other.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Consents {

  private final ConsentSubscriptions subscriptions;
  private final ConsentRows rows;
  private final StoredEvents events;
  private final TermsCatalogue terms;
  private final Acts acts;

  Consents(
      ConsentSubscriptions subscriptions,
      ConsentRows rows,
      StoredEvents events,
      TermsCatalogue terms,
      Acts acts) {
    this.subscriptions = subscriptions;
    this.rows = rows;
    this.events = events;
    this.terms = terms;
    this.acts = acts;
  }

  /**
   * The two times of a question.
   *
   * @param asOf the effective one, UTC
   * @param knownAt the recorded one, UTC; null for everything
   */
  record When(Instant asOf, @Nullable Instant knownAt) {
    boolean knew(Instant recorded) {
      return knownAt == null || !recorded.isAfter(knownAt);
    }
  }

  /** The stream version that the rows have reached; -1 when there are none. */
  public long version(String subscriptionId) {
    return subscriptions.of(subscriptionId).map(ConsentSubscription::version).orElse(-1L);
  }

  /** Of a subscription; empty when there is none that the caller sees and that was known then. */
  Optional<ConsentAnswer> of(Caller caller, String subscriptionId, When when) {
    return subscriptions
        .of(subscriptionId)
        .filter(subscription -> caller.sees(subscription.belongsToIsp()))
        .map(subscription -> answer(caller, subscription, when))
        .filter(answer -> answer.version() >= 0);
  }

  /** Of all subscriptions of a subscriber that the caller sees and that were known then. */
  List<ConsentAnswer> ofSubscriber(Caller caller, String subscriberId, When when) {
    return subscriptions.ofSubscriber(subscriberId).stream()
        .filter(subscription -> caller.sees(subscription.belongsToIsp()))
        .map(subscription -> answer(caller, subscription, when))
        .filter(answer -> answer.version() >= 0)
        .toList();
  }

  private ConsentAnswer answer(Caller caller, ConsentSubscription subscription, When when) {
    var timeline = timeline(subscription, when);
    var life = timeline.life();
    var document = subscription.product().document();
    var history = terms.of(document);
    var known = when.knownAt() == null ? history : history.knownAt(when.knownAt());
    var consents =
        rows.of(subscription.subscriptionId()).stream()
            .filter(consent -> when.knew(consent.recorded().at()))
            .toList();
    return new ConsentAnswer(
        subscription.subscriptionId(),
        subscription.subscriberId(),
        subscription.product(),
        subscription.belongsToIsp(),
        timeline.version(),
        when.asOf(),
        when.knownAt(),
        acts.of(caller, subscription.subscriberId(), consents, timeline, when.asOf()),
        new Bindings(document, known)
            .of(life.beginsAt(), life.endsAt(), Acceptance.of(life), when.asOf()));
  }

  /** As far as the rows have come: what they do not show yet must not speak in the binding. */
  private SubscriptionTimeline timeline(ConsentSubscription subscription, When when) {
    return SubscriptionTimeline.of(
        events.ofAggregate(subscription.subscriptionId()).stream()
            .filter(event -> event.sequence() <= subscription.version())
            .filter(event -> when.knew(event.recordedAt()))
            .map(event -> event.recorded(SubscriptionEvent.class))
            .toList());
  }
}
