package dev.keiyaku.projection.feed;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.http.Caller;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Pages of the events that a caller sees. Events become visible in the order of their index, so
 * nobody who goes on from {@code next} misses one that was committed late.
 */
@Component
class Feed {

  /** How far an answer looks for events of one ISP among those of others. */
  private static final int CHUNK = 1000;

  private static final int MOST_CHUNKS = 10;

  private final StoredEvents events;
  private final Owners owners;

  Feed(StoredEvents events, Owners owners) {
    this.events = events;
    this.owners = owners;
  }

  /**
   * A page.
   *
   * @param next the position to go on from: of the last event looked at, seen or not
   * @param more whether there may be more already
   */
  record Page(List<CloudEvent> items, long next, boolean more) {}

  /** The events after a position, exclusive, at most so many. */
  Page after(long position, int limit, Caller caller) {
    return caller.isp() == null ? all(position, limit) : new Walk(caller, position, limit).page();
  }

  private Page all(long position, int limit) {
    var page = events.page(position, limit);
    return new Page(
        page.stream().filter(Owners::isForOthers).map(CloudEvent::of).toList(),
        page.isEmpty() ? position : page.getLast().globalIndex(),
        page.size() == limit);
  }

  /** Looks through everybody's events for those of one ISP. */
  private final class Walk {
    private final Caller caller;
    private final int limit;
    private final List<CloudEvent> seen = new ArrayList<>();
    private long at;

    Walk(Caller caller, long position, int limit) {
      this.caller = caller;
      this.limit = limit;
      this.at = position;
    }

    Page page() {
      for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
        var chunk = events.page(at, CHUNK);
        if (full(chunk)) {
          return new Page(seen, at, true);
        }
        if (chunk.size() < CHUNK) {
          return new Page(seen, at, false);
        }
      }
      return new Page(seen, at, true);
    }

    private boolean full(List<StoredEvent> chunk) {
      var isps = owners.of(chunk);
      for (var event : chunk) {
        if (seen.size() == limit) {
          return true;
        }
        at = event.globalIndex();
        if (Owners.isForOthers(event)
            && Owners.isForAnIsp(event)
            && (!Owners.isOfSubscription(event) || caller.sees(isps.get(event.aggregateId())))) {
          seen.add(CloudEvent.of(event));
        }
      }
      return false;
    }
  }
}
