package dev.keiyaku.eventstore;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what it sees into {@code projection.seen}; fails as told, the way that SQL fails. */
class Projector {

  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS projection.seen (id text, sequence bigint, PRIMARY KEY (id,"
          + " sequence))";

  private final JdbcClient jdbc;

  /** Streams whose notes break the transaction. */
  final List<String> broken = new ArrayList<>();

  /** When a stream's first event was handled, in nanoseconds of this JVM. */
  private final Map<String, Long> handledAt = new ConcurrentHashMap<>();

  Projector(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(SubscriptionActivated event, @SequenceNumber long sequence) {
    see(event.subscriptionId(), sequence);
    handledAt.putIfAbsent(event.subscriptionId(), System.nanoTime());
  }

  @EventHandler
  void on(CancellationWithdrawn event, @SequenceNumber long sequence) {
    see(event.subscriptionId(), sequence);
    if (broken.contains(event.subscriptionId())) {
      jdbc.sql("SELECT 1 / 0").query(Long.class).single();
    }
  }

  private void see(String id, long sequence) {
    jdbc.sql("INSERT INTO projection.seen VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(id, sequence)
        .update();
  }

  OptionalLong handledAt(String id) {
    Long at = handledAt.get(id);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  List<Long> seen(String id) {
    return jdbc.sql("SELECT sequence FROM projection.seen WHERE id = ? ORDER BY sequence")
        .param(id)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
