package dev.keiyaku.benchmarks.inside;

import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.append.EventMac;
import dev.keiyaku.eventstore.append.EventRow;
import dev.keiyaku.eventstore.append.WriterKey;
import java.util.Base64;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From an event to its row and back, and what five of them mean. */
@State(Scope.Benchmark)
public class Storing {

  private final OneLife life = new OneLife();
  private final SubscriptionEvent event = life.applied();
  private final String text = EventJson.mapper().writeValueAsString(event);
  private final EventMac mac =
      new EventMac(WriterKey.of(Base64.getEncoder().encodeToString(new byte[32])));
  private final List<EventRow> rows = life.recorded().stream().map(OneLife::row).toList();
  private final EventRow row = rows.getFirst();
  private final List<RecordedEvent<SubscriptionEvent>> recorded = life.recorded();

  /** An application as the JSON that is stored. */
  @Benchmark
  public String writesAnEvent() {
    return EventJson.mapper().writeValueAsString(event);
  }

  /** The same, back. */
  @Benchmark
  public DomainEvent readsAnEvent() {
    return EventJson.mapper().readValue(text, SubscriptionApplied.class);
  }

  /** With its MAC, over all of its columns. */
  @Benchmark
  public byte[] marksAnEvent() {
    return mac.of(row);
  }

  /** The fold that aggregate and projectors share, and the state at one instant. */
  @Benchmark
  public Object foldsALifeOfFiveEvents() {
    return SubscriptionTimeline.of(recorded).life().at(OneLife.BEGUN.plusSeconds(86_400));
  }
}
