package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.Scenes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contracts with acts, ends and corrections at any two times, boundaries met often. */
final class RandomContracts {

  static final Instant START = day("2023-01-01");
  static final String ISP = "ISP-A";

  private final Random random;
  private final RandomBook book;
  private int counter;

  RandomContracts(Random random, RandomBook book) {
    this.random = random;
    this.book = book;
  }

  SubscriptionTimeline life(String id) {
    var recordedAt = START.plus(Duration.ofHours(random.nextInt(2000)));
    var isp = random.nextInt(4) == 0 ? ISP : null;
    var applied = Scenes.applied(id, "C" + random.nextInt(9), isp, instant());
    var timeline = plus(SubscriptionTimeline.empty(), applied, recordedAt);
    return more(timeline, recordedAt, random.nextInt(7));
  }

  /** The same life and what was learned later of it. */
  SubscriptionTimeline more(SubscriptionTimeline timeline, Instant since, int events) {
    var recordedAt = since;
    var life = timeline;
    for (int i = 0; i < events; i++) {
      // Often at the same instant: one commit holds several events.
      recordedAt = recordedAt.plus(Duration.ofHours(random.nextInt(4) * random.nextInt(300)));
      life = plus(life, any(life), recordedAt);
    }
    return life;
  }

  /** Mostly around midnights of first days, to the millisecond. */
  Instant instant() {
    return random.nextBoolean()
        ? day("2023-%02d-01".formatted(1 + random.nextInt(8)))
            .plus(Duration.ofMillis(random.nextInt(3) - 1))
        : START.plus(Duration.ofHours(random.nextInt(8 * 30 * 24)));
  }

  private SubscriptionEvent any(SubscriptionTimeline life) {
    var id = life.applied().orElseThrow().subscriptionId();
    return switch (random.nextInt(8)) {
      case 0 -> Scenes.activated(id, instant());
      case 1 -> Scenes.cancelled(id, "c" + counter++, instant());
      case 2 -> Scenes.cancellationWithdrawn(id, cancellation(life), instant());
      case 3 -> Scenes.voided(id, entry(life), instant());
      case 4 -> Scenes.retimed(id, entry(life), instant(), instant());
      default -> accepted(id);
    };
  }

  private TermsAccepted accepted(String id) {
    var versions = book.versions();
    var version = versions.get(random.nextInt(versions.size()));
    var document = random.nextInt(10) == 0 ? "another" : RandomBook.DOCUMENT;
    var proven = random.nextInt(3) > 0;
    var at = instant();
    return new TermsAccepted(
        id,
        "a" + counter++,
        new TermsReference(document, version, "sha-of-" + version),
        IntStream.rangeClosed(random.nextInt(5) == 0 ? 4 : 1, 6)
            .mapToObj(n ->
                new TermsAccepted.AcceptedItem(
                    n, new ClauseReference(document, version, "art7/p1/i" + n, "sha")))
            .toList(),
        proven ? AcceptanceBasis.EXPLICIT : AcceptanceBasis.IMPORTED_UNPROVEN,
        proven ? new TermsAccepted.Display("00", at, null) : null,
        at,
        null);
  }

  private String entry(SubscriptionTimeline life) {
    return life.entries().get(random.nextInt(life.entries().size())).eventId();
  }

  private static String cancellation(SubscriptionTimeline life) {
    return life.entries().stream()
        .map(RecordedEvent::event)
        .filter(SubscriptionCancelled.class::isInstance)
        .map(event -> ((SubscriptionCancelled) event).cancellationId())
        .reduce((earlier, later) -> later)
        .orElse("none");
  }

  private static SubscriptionTimeline plus(
      SubscriptionTimeline life, SubscriptionEvent event, Instant recordedAt) {
    var sequence = life.version() + 1;
    var eventId = event.subscriptionId() + "-" + sequence;
    return life.plus(new RecordedEvent<>(eventId, sequence, recordedAt, event));
  }

  static @Nullable Instant sometimes(Random random, Instant instant) {
    return random.nextInt(3) == 0 ? null : instant;
  }

  private static Instant day(String day) {
    return Japan.startOf(LocalDate.parse(day));
  }
}
