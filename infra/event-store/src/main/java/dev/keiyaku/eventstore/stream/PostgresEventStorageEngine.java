package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.append.AppendBatch;
import dev.keiyaku.eventstore.append.Appender;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@code events.event} as Axon sees it. Tokens are plain indexes: commits happen in their order
 * (see V1__events.sql), so there are no gaps to remember.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  private final JdbcClient jdbc;
  private final Appender appender;

  /**
   * Over a database.
   *
   * @param appender what writes; on the read side one that refuses
   */
  public PostgresEventStorageEngine(
      JdbcClient jdbc, Appender appender, Serializer serializer, EventUpcaster upcasters) {
    super(
        new Settings()
            .finalAggregateBatchPredicate(batch -> batch.size() < Settings.BATCH)
            .batchSize(Settings.BATCH)
            .upcasterChain(upcasters)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer));
    this.jdbc = jdbc;
    this.appender = appender;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Events are appended in a transaction of their own, not in one around it");
    }
    AppendRequest request =
        CurrentUnitOfWork.isStarted() ? AppendRequest.current() : new AppendRequest();
    if (request.appended()) {
      throw new IllegalStateException("One command appends once");
    }
    var rows = events.stream().map(event -> EventMessages.row(event, serializer)).toList();
    request.appendedAt(appender.append(AppendBatch.of(rows, request)));
  }

  /** An event that cannot be read stops the reader here, and is never handed to a handler. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    return super.readEvents(token, mayBlock).peek(EventMessage::getPayload);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken last, int batchSize) {
    List<StoredEvent> events =
        jdbc.sql(EventRows.PAGE).params(index(last), batchSize).query(EventRows::event).list();
    return events.stream().map(EventMessages::tracked).toList();
  }

  private static long index(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElseThrow();
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateId, long firstSequence, int batchSize) {
    List<StoredEvent> events =
        jdbc.sql(EventRows.STREAM)
            .params(aggregateId, firstSequence, batchSize)
            .query(EventRows::event)
            .list();
    return events.stream().map(EventMessages::entry).toList();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateId) {
    return jdbc.sql("SELECT max(sequence) FROM events.event WHERE aggregate_id = ?")
        .param(aggregateId)
        .query(Long.class)
        .optional();
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(jdbc.sql(EventRows.HEAD).query(Long.class).single());
  }

  @Override
  public TrackingToken createTokenAt(Instant recordedAt) {
    long before =
        jdbc.sql("SELECT coalesce(max(global_index), 0) FROM events.event WHERE recorded_at < ?")
            .param(recordedAt.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    return new GlobalSequenceTrackingToken(before);
  }

  /** Streams are short; nothing is gained by snapshots, and each would be a second truth. */
  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new UnsupportedOperationException("There are no snapshots");
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
    return Stream.empty();
  }

  private static final class Settings extends BatchingEventStorageEngine.Builder {
    static final int BATCH = 100;
  }
}
