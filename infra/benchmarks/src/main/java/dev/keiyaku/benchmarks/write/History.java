package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.append.AppendBatch;
import dev.keiyaku.eventstore.append.Appender;
import dev.keiyaku.eventstore.append.EventRow;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Many lives like one: a subscription that the write side decided, told again for others by its
 * appender, so that every row has its true MAC. What is sealed stays sealed for the first.
 */
public final class History {

  private static final int ROWS_AT_ONCE = 1000;

  private final String first;
  private final List<EventRow> life;

  private History(String first, List<EventRow> life) {
    this.first = first;
    this.life = life;
  }

  /** Writes the terms and the lives; the index of the last event. */
  public static long write(Ground ground, int lives) throws Exception {
    try (WriteSide side = WriteSide.on(ground)) {
      String first = one(side);
      var history = new History(first, rows(ground, first));
      return history.repeat(side.appender(), lives);
    }
  }

  /** Writes the terms and a single life; the id of its subscription. */
  public static String one(Ground ground) throws Exception {
    try (WriteSide side = WriteSide.on(ground)) {
      return one(side);
    }
  }

  /** Three events of the application, an activation, two suspensions. */
  private static String one(WriteSide side) throws Exception {
    var orders = new Orders(Terms.publish(side.port()));
    String id = Uuid7.text();
    side.insist(orders.application(id), "/v1/subscriptions");
    side.insist(Orders.activation(id), "/v1/subscriptions/" + id + "/activation");
    side.insist(Orders.suspension(id), "/v1/subscriptions/" + id + "/suspensions");
    side.insist(Orders.suspension(id), "/v1/subscriptions/" + id + "/suspensions");
    return id;
  }

  /** The events of a subscription, as they are stored. */
  public static List<EventRow> rows(Ground ground, String id) {
    return ground
        .admin()
        .sql("SELECT * FROM events.event WHERE aggregate_id = ? ORDER BY sequence")
        .param(id)
        .query((row, _) ->
            new EventRow(
                row.getString("event_id"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("name"),
                row.getInt("revision"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"),
                row.getString("metadata")))
        .list();
  }

  private long repeat(Appender appender, int lives) {
    List<EventRow> gathered = new ArrayList<>();
    long last = 0;
    for (int one = 0; one < lives; one++) {
      gathered.addAll(of(Uuid7.text()));
      if (gathered.size() >= ROWS_AT_ONCE || one == lives - 1) {
        last = appender.append(new AppendBatch(List.copyOf(gathered), List.of(), null));
        gathered.clear();
      }
    }
    return last;
  }

  /** The same life of another: its subscriber's id contains its own. */
  private List<EventRow> of(String id) {
    return life.stream()
        .map(it ->
            new EventRow(
                Uuid7.text(),
                it.aggregateType(),
                id,
                it.sequence(),
                it.name(),
                it.revision(),
                it.effectiveAt(),
                it.recordedAt(),
                it.payload().replace(first, id),
                it.metadata()))
        .toList();
  }
}
