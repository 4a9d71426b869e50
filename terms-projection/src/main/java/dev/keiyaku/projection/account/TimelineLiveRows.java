package dev.keiyaku.projection.account;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every entry of the timeline. */
@Component
class TimelineLiveRows implements LiveRows {

  private final Timelines timelines;

  TimelineLiveRows(Timelines timelines) {
    this.timelines = timelines;
  }

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public Object folded(List<StoredEvent> events) {
    return events.stream().map(TimelineEntry::of).toList();
  }

  @Override
  public Object live(String subscriptionId) {
    return timelines.of(subscriptionId);
  }
}
