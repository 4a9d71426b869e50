package dev.keiyaku.projection.account;

import dev.keiyaku.eventstore.processing.EventBatch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The timelines that a batch of events is about, read once, and grown in memory. */
final class TimelinesOfBatch implements EventBatch.Part {

  private final Map<String, TreeMap<Long, TimelineEntry>> timelines;
  private @Nullable TimelineEntry pending;

  private TimelinesOfBatch(Map<String, TreeMap<Long, TimelineEntry>> timelines) {
    this.timelines = timelines;
  }

  static TimelinesOfBatch read(Timelines stored, List<String> subscriptionIds) {
    return new TimelinesOfBatch(
        stored.of(subscriptionIds).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> bySequence(each.getValue()))));
  }

  private static TreeMap<Long, TimelineEntry> bySequence(List<TimelineEntry> entries) {
    var sorted = new TreeMap<Long, TimelineEntry>();
    entries.forEach(entry -> sorted.put(entry.sequence(), entry));
    return sorted;
  }

  /** The timeline of an entry's subscription, with the entry. */
  List<TimelineEntry> with(TimelineEntry entry) {
    pending = entry;
    var all = new TreeMap<>(timelines.getOrDefault(entry.subscriptionId(), new TreeMap<>()));
    all.put(entry.sequence(), entry);
    return List.copyOf(all.values());
  }

  @Override
  public void keep() {
    if (pending != null) {
      timelines
          .computeIfAbsent(pending.subscriptionId(), _ -> new TreeMap<>())
          .put(pending.sequence(), pending);
      pending = null;
    }
  }

  @Override
  public void undo() {
    pending = null;
  }

  /** The rows are written by the repository. */
  @Override
  public void flush() {}
}
