package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.size.Retold.Piece;
import dev.keiyaku.benchmarks.write.History;
import dev.keiyaku.eventstore.append.EventRow;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A life that the product itself has written and projected, whose rows are told of others: every id
 * in them is another's, every MAC and every wrapped key true. What is sealed stays sealed for the
 * first.
 */
final class FirstLife {

  private static final HexFormat HEX = HexFormat.of();

  private final String id;
  private final List<EventRow> events;
  private final Secrets secrets;
  private final Map<String, Piece> names = new HashMap<>();
  private final long next;

  private FirstLife(String id, List<EventRow> events, Secrets secrets, String key, long next) {
    this.id = id;
    this.events = events;
    this.secrets = secrets;
    this.next = next;
    names.put(id, (of, to) -> to.append(of.subscription()));
    names.put(key, (of, to) -> to.append(of.key()));
    for (int event = 0; event < events.size(); event++) {
      int sequence = event;
      names.put(events.get(event).eventId(), (of, to) -> to.append(of.event(sequence)));
    }
  }

  static FirstLife of(Ground ground, String id) throws GeneralSecurityException {
    String key =
        ground
            .admin()
            .sql("SELECT key_id FROM keys.subject_key WHERE subject = ?")
            .param("C-" + id)
            .query(String.class)
            .single();
    long head =
        ground.admin().sql("SELECT max(global_index) FROM events.event").query(Long.class).single();
    return new FirstLife(id, History.rows(ground, id), Secrets.of(ground), key, head + 1);
  }

  String id() {
    return id;
  }

  /** Looks whether a life that was written is as its writer would have written it. */
  void expectTrue(Ground ground, Names of) {
    List<byte[]> macs =
        ground
            .admin()
            .sql("SELECT mac FROM events.event WHERE aggregate_id = ? ORDER BY sequence")
            .param(of.subscription())
            .query((row, _) -> row.getBytes(1))
            .list();
    List<byte[]> expected =
        History.rows(ground, of.subscription()).stream().map(secrets.mac()::of).toList();
    if (macs.size() != events.size() || !Arrays.deepEquals(macs.toArray(), expected.toArray())) {
      throw new IllegalStateException("Its MACs are not those of its rows: " + of.subscription());
    }
  }

  /** What stands for what in any text of it. */
  Map<String, Piece> names() {
    return names;
  }

  /** The index of the last event of so many lives. */
  long head(long lives) {
    return next + lives * events.size() - 1;
  }

  /**
   * The tables in which lives lie; those in one list are emptied together. In an order in which two
   * threads have as much to do, and in which the events are there when receipts look for them.
   */
  List<List<Layout>> layouts() {
    return List.of(List.of(events()), readModel(), List.of(timeline()), consents(), writeSide());
  }

  private Layout events() {
    return new Layout(
        "events.event",
        "aggregate_id = :id",
        "sequence",
        Map.of("global_index", this::index, "mac", this::mac));
  }

  private List<Layout> writeSide() {
    return List.of(
        new Layout(
            "events.receipt",
            "last_event_id IN (SELECT event_id FROM events.event WHERE aggregate_id = :id)",
            "version",
            Map.of("idempotency_key", FirstLife::idempotencyKey)),
        new Layout("events.claim", "holder = :id", "holder", Map.of("key", _ -> this::claimed)),
        new Layout(
            "keys.subject_key",
            "subject = 'C-' || :id",
            "subject",
            Map.of("wrapped", _ -> this::wrapped)));
  }

  private Layout timeline() {
    return Layout.of("timeline", "sequence", Map.of("position", this::index));
  }

  private static List<Layout> readModel() {
    return List.of(
        new Layout("account", "subscription_id"),
        new Layout("suspension", "suspension_id"),
        new Layout("acceptance", "acceptance_id"));
  }

  private static List<Layout> consents() {
    return List.of(
        new Layout("consent", "sequence, item"),
        new Layout("consent_subscription", "subscription_id"),
        new Layout("known_contract", "part"),
        new Layout("known_act", "part"));
  }

  private Piece index(int sequence) {
    return (of, to) -> to.append(next + of.number() * events.size() + sequence);
  }

  private Piece mac(int sequence) {
    var event = events.get(sequence);
    var payload = Retold.of(event.payload(), names);
    var metadata = Retold.of(event.metadata(), names);
    return (of, to) -> {
      var row =
          new EventRow(
              of.event(sequence),
              event.aggregateType(),
              of.subscription(),
              event.sequence(),
              event.name(),
              event.revision(),
              event.effectiveAt(),
              event.recordedAt(),
              payload.tell(of),
              metadata.tell(of));
      bytes(to, secrets.mac().of(row));
    };
  }

  private static Piece idempotencyKey(int command) {
    return (of, to) -> to.append(of.idempotencyKey(command));
  }

  /** As scattered as a hash, and of the same length: nobody claims it again. */
  private void claimed(Names of, StringBuilder to) {
    to.append("\\\\x");
    for (int part = 8; part < 12; part++) {
      to.append(HEX.toHexDigits(Names.scattered(of.number() * 16 + part)));
    }
  }

  private void wrapped(Names of, StringBuilder to) {
    bytes(to, secrets.wrapped(of.key(), "C-" + of.subscription()));
  }

  /** As COPY reads them. */
  private static void bytes(StringBuilder to, byte[] bytes) {
    to.append("\\\\x").append(HEX.formatHex(bytes));
  }
}
