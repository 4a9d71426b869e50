package dev.keiyaku.eventstore.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What projectors make of a batch of events, collected in memory and written together just before
 * its commit: a statement a table instead of several an event. What a failing event had collected
 * is dropped with it.
 */
public final class EventBatch {

  static final String KEY = EventBatch.class.getName();

  /** What one projector collects. Nothing of the event being handled counts until it is kept. */
  public interface Part {

    /** The event is handled by everyone: what it brought stays. */
    void keep();

    /** The event failed: what it brought goes. */
    void undo();

    /**
     * Says what all that was kept comes to together, if that is more rows; before any is written.
     */
    default void complete() {}

    /** Writes everything that was kept, in the transaction of the batch. */
    void flush();

    /** Whatever rests on what everyone has written, in the same transaction. */
    default void afterFlush() {}
  }

  private final int events;
  private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

  EventBatch(int events) {
    this.events = events;
  }

  /** The batch being handled; empty where each event is to be written at once. */
  public static Optional<EventBatch> current() {
    return CurrentUnitOfWork.isStarted()
            && CurrentUnitOfWork.get().root().getResource(KEY) instanceof EventBatch batch
        ? Optional.of(batch)
        : Optional.empty();
  }

  /** Whether it has so many events at most. */
  boolean isOf(int most) {
    return events <= most;
  }

  /** The part of that class, made when the batch has none. */
  public <P extends Part> P part(Class<P> type, Supplier<P> make) {
    return type.cast(parts.computeIfAbsent(type, _ -> make.get()));
  }

  void keep() {
    all().forEach(Part::keep);
  }

  void undo() {
    all().forEach(Part::undo);
  }

  void flush() {
    all().forEach(Part::complete);
    keep();
    all().forEach(Part::flush);
    all().forEach(Part::afterFlush);
  }

  private List<Part> all() {
    return new ArrayList<>(parts.values());
  }
}
