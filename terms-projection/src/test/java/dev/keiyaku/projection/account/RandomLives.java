package dev.keiyaku.projection.account;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.projection.Scenes;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Random lives: anything may be tried at any two times, and what would contradict a standing fact
 * is left out, as the write side refuses it.
 */
final class RandomLives {

  private static final SuspensionGround[] GROUNDS = SuspensionGround.values();

  private final Random random;
  private final String isp;
  private int counter;

  RandomLives(long seed, String isp) {
    this.random = new Random(seed);
    this.isp = isp;
  }

  /** Hours around midnight of 2023-07-01 in Japan, so that boundaries are often met exactly. */
  Instant instant() {
    return Scenes.japan("2023-06-30T00:00").plusSeconds(3600L * random.nextInt(60));
  }

  SubscriptionTimeline life() {
    var id = Uuid7.text();
    var recordedAt = Scenes.japan("2023-06-29T00:00");
    var timeline = SubscriptionTimeline.empty();
    timeline =
        tried(timeline, Scenes.applied(id, "C-" + random.nextInt(5), isp, instant()), recordedAt);
    for (int i = 0; i < 14; i++) {
      recordedAt = recordedAt.plusSeconds(3600L * random.nextInt(8));
      timeline = tried(timeline, any(id, timeline), recordedAt);
    }
    return timeline;
  }

  private SubscriptionTimeline tried(
      SubscriptionTimeline timeline, SubscriptionEvent event, Instant recordedAt) {
    var next =
        timeline.plus(new RecordedEvent<>(Uuid7.text(), timeline.version() + 1, recordedAt, event));
    return next.life().contradiction().isEmpty() ? next : timeline;
  }

  private SubscriptionEvent any(String id, SubscriptionTimeline timeline) {
    var at = instant();
    return switch (random.nextInt(14)) {
      case 0, 1 -> Scenes.activated(id, at);
      case 2, 3 -> Scenes.suspended(id, "s" + counter++, GROUNDS[random.nextInt(5)], at);
      case 4 -> Scenes.lifted(id, suspension(timeline), at);
      case 5 -> Scenes.suspensionWithdrawn(id, suspension(timeline), at);
      case 6 -> Scenes.cancelled(id, "c" + counter++, at);
      case 7 -> Scenes.cancellationWithdrawn(id, cancellation(timeline), at);
      case 8 ->
          Scenes.accepted(id, "a" + counter++, random.nextBoolean() ? Scenes.OLD : Scenes.NEW, at);
      case 9 -> Scenes.objected(id, "o" + counter++, at);
      case 10 -> Scenes.objectionWithdrawn(id, "o" + random.nextInt(counter + 1), at);
      case 11 -> consentWithdrawn(id, timeline, at);
      case 12 ->
          Scenes.settled(
              id, "w" + random.nextInt(counter + 1), one(List.of(Settlement.values())), at);
      default -> corrected(id, timeline, at);
    };
  }

  private SubscriptionEvent consentWithdrawn(String id, SubscriptionTimeline timeline, Instant at) {
    var acts =
        timeline.entries().stream()
            .map(RecordedEvent::event)
            .filter(TermsAccepted.class::isInstance)
            .map(TermsAccepted.class::cast)
            .toList();
    if (acts.isEmpty()) {
      return Scenes.accepted(id, "a" + counter++, Scenes.OLD, at);
    }
    var act = one(acts);
    return Scenes.consentWithdrawn(
        id, "w" + counter++, 2 + random.nextInt(3), act.acceptanceId(), act.terms().version(), at);
  }

  private EntryCorrected corrected(String id, SubscriptionTimeline timeline, Instant at) {
    var named = one(timeline.entries());
    return random.nextBoolean() || named.event() instanceof EntryCorrected
        ? Scenes.voided(id, named.eventId(), at)
        : Scenes.retimed(id, named.eventId(), instant(), at);
  }

  private String suspension(SubscriptionTimeline timeline) {
    var ids =
        timeline.entries().stream()
            .map(RecordedEvent::event)
            .filter(SubscriptionSuspended.class::isInstance)
            .map(event -> ((SubscriptionSuspended) event).suspensionId())
            .toList();
    return ids.isEmpty() ? "none" : one(ids);
  }

  private String cancellation(SubscriptionTimeline timeline) {
    var ids =
        timeline.entries().stream()
            .map(RecordedEvent::event)
            .filter(SubscriptionCancelled.class::isInstance)
            .map(event -> ((SubscriptionCancelled) event).cancellationId())
            .toList();
    return ids.isEmpty() ? "none" : one(ids);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
