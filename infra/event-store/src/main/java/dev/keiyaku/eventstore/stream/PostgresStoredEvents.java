package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code events.event}, read by index, by stream and by id. */
public final class PostgresStoredEvents implements StoredEvents {

  private final JdbcClient jdbc;

  public PostgresStoredEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<StoredEvent> page(long after, int limit) {
    return jdbc.sql(EventRows.PAGE).params(after, limit).query(EventRows::event).list();
  }

  @Override
  public List<StoredEvent> ofAggregate(String aggregateId) {
    return jdbc.sql(EventRows.STREAM)
        .params(aggregateId, 0, Integer.MAX_VALUE)
        .query(EventRows::event)
        .list();
  }

  @Override
  public Optional<StoredEvent> byId(String eventId) {
    return jdbc.sql("SELECT " + EventRows.COLUMNS + " FROM events.event WHERE event_id = ?")
        .param(UUID.fromString(eventId))
        .query(EventRows::event)
        .optional();
  }

  @Override
  public long head() {
    return jdbc.sql(EventRows.HEAD).query(Long.class).single();
  }
}
