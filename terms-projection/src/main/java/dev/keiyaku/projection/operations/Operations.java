package dev.keiyaku.projection.operations;

import dev.keiyaku.eventstore.processing.ParkedEvent;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with dead letters, and the answer that each key got: for good. */
@Repository
class Operations {

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Clock clock;

  Operations(JdbcClient jdbc, Rows rows, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Takes the key until the transaction ends.
   *
   * @throws Problem IDEMPOTENCY_KEY_IN_USE when another request has it
   */
  void take(Operation operation) {
    var name = operation.caller().client() + "\n" + operation.key().value();
    var taken =
        jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 7305))")
            .param(name)
            .query(Boolean.class)
            .single();
    if (!taken) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_IN_USE)
          .retryAfter(java.time.Duration.ofSeconds(1));
    }
  }

  /**
   * The answer that the key got; empty when it got none yet.
   *
   * @throws Problem IDEMPOTENCY_KEY_REUSED when it was got by another request
   */
  Optional<Outcome> answered(Operation operation) {
    return jdbc.sql(
            "SELECT request_sha256, answer FROM projection.operation"
                + " WHERE client = ? AND idempotency_key = ?")
        .params(operation.caller().client(), operation.key().value())
        .query((row, _) -> {
          if (!row.getString("request_sha256").equals(operation.sha256())) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
          }
          return StrictJson.read(
              row.getString("answer").getBytes(StandardCharsets.UTF_8), Outcome.class);
        })
        .optional();
  }

  void done(Operation operation, ParkedEvent letter, Outcome outcome) {
    var caller = operation.caller();
    Upsert.into("projection.operation", "client", "idempotency_key")
        .set("client", caller.client())
        .set("idempotency_key", operation.key().value())
        .set("request_sha256", operation.sha256())
        .set("action", operation.action().name())
        .set("letter_id", letter.id())
        .set("stream", letter.aggregateId())
        .set("event_id", letter.eventId())
        .set("event_name", letter.name())
        .set("cause", letter.cause())
        .set("reason", operation.reason())
        .set("actor", caller.actor())
        .set("correlation_id", caller.correlationId())
        .set("done_at", Timestamps.of(clock.instant()))
        .set("answer", new String(StrictJson.write(outcome), StandardCharsets.UTF_8))
        .once(rows);
  }
}
