package dev.keiyaku.projection.account;

import dev.keiyaku.eventstore.processing.EventBatch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The timelines that a batch of events has added to. What each comes to is computed once, however
 * many of the events are its own.
 */
final class AccountsOfBatch implements EventBatch.Part {

  private final Timelines timelines;
  private final BiConsumer<List<TimelineEntry>, Collection<TimelineEntry>> compute;
  private final Map<String, TreeMap<Long, TimelineEntry>> added = new LinkedHashMap<>();
  private @Nullable TimelineEntry pending;

  /**
   * For one batch.
   *
   * @param timelines what stood before the batch
   * @param compute told each changed timeline as a whole, and what the batch added to it
   */
  AccountsOfBatch(
      Timelines timelines, BiConsumer<List<TimelineEntry>, Collection<TimelineEntry>> compute) {
    this.timelines = timelines;
    this.compute = compute;
  }

  void add(TimelineEntry entry) {
    pending = entry;
  }

  @Override
  public void keep() {
    if (pending != null) {
      added
          .computeIfAbsent(pending.subscriptionId(), _ -> new TreeMap<>())
          .put(pending.sequence(), pending);
      pending = null;
    }
  }

  @Override
  public void undo() {
    pending = null;
  }

  /** An event may come again, when later ones of its timeline are stored already. */
  @Override
  public void complete() {
    var stored = timelines.of(added.keySet());
    added.forEach((id, entries) -> {
      var all = new TreeMap<Long, TimelineEntry>();
      stored.getOrDefault(id, List.of()).forEach(entry -> all.put(entry.sequence(), entry));
      all.putAll(entries);
      compute.accept(List.copyOf(all.values()), entries.values());
    });
    added.clear();
  }

  /** The rows are written by the repositories. */
  @Override
  public void flush() {}
}
