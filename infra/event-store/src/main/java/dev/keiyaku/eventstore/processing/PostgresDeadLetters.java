package dev.keiyaku.eventstore.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters in {@code dead_letter}. */
public final class PostgresDeadLetters implements DeadLetters {

  private final JdbcClient jdbc;
  private final String table;
  private final Supplier<EventProcessingConfiguration> processing;

  /**
   * In a schema.
   *
   * @param processing asked late: it is built from the beans that this is one of
   */
  public PostgresDeadLetters(
      JdbcClient jdbc, String schema, Supplier<EventProcessingConfiguration> processing) {
    this.jdbc = jdbc;
    this.table = schema + ".dead_letter";
    this.processing = processing;
  }

  @Override
  public List<ParkedEvent> page(Place after, int limit) {
    return jdbc.sql(
            "SELECT * FROM "
                + table
                + " WHERE (sequence_id, sequence_number, dead_letter_id) > (?, ?, ?)"
                + " ORDER BY sequence_id, sequence_number, dead_letter_id LIMIT ?")
        .params(after.aggregateId(), after.sequence(), after.id(), limit)
        .query(PostgresDeadLetters::letter)
        .list();
  }

  @Override
  public List<ParkedEvent> ofStream(ParkedEvent letter) {
    return jdbc.sql(
            "SELECT * FROM "
                + table
                + " WHERE processing_group = ? AND sequence_id = ? ORDER BY sequence_index")
        .params(letter.group(), letter.aggregateId())
        .query(PostgresDeadLetters::letter)
        .list();
  }

  @Override
  public Optional<ParkedEvent> byId(String id) {
    return jdbc.sql("SELECT * FROM " + table + " WHERE dead_letter_id = ?")
        .param(id)
        .query(PostgresDeadLetters::letter)
        .optional();
  }

  private static ParkedEvent letter(ResultSet row, int number) throws SQLException {
    Instant parked = Instant.parse(row.getString("enqueued_at"));
    @Nullable String touched = row.getString("last_touched");
    return new ParkedEvent(
        row.getString("dead_letter_id"),
        row.getString("processing_group"),
        row.getString("sequence_id"),
        row.getLong("sequence_number"),
        row.getString("event_id"),
        row.getString("payload_type"),
        row.getString("cause_type"),
        row.getString("cause_message"),
        parked,
        touched == null ? parked : Instant.parse(touched));
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  @Override
  public boolean retry(String id) {
    Optional<ParkedEvent> letter = byId(id);
    return letter.isPresent() && retry(letter.get());
  }

  private boolean retry(ParkedEvent letter) {
    return processing
        .get()
        .sequencedDeadLetterProcessor(letter.group())
        .map(processor -> processor.process(first -> isOfStream(first, letter.aggregateId())))
        .orElse(false);
  }

  private static boolean isOfStream(DeadLetter<? extends EventMessage<?>> letter, String stream) {
    return letter instanceof JdbcDeadLetter<?> stored
        && stored.getSequenceIdentifier().equals(stream);
  }

  @Override
  public boolean discard(String id) {
    return jdbc.sql("DELETE FROM " + table + " WHERE dead_letter_id = ?").param(id).update() == 1;
  }
}
