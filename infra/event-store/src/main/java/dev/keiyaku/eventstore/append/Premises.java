package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Premise.KeyLives;
import dev.keiyaku.eventstore.Premise.StreamStands;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at what decisions rest on, after the rows are written and before they are committed: the
 * lock of all appends is held, so that what stands now stands at the commit. A statement of its
 * own, for one that waited for the lock would see what was before.
 */
final class Premises {

  // A look into an index for each. EXISTS would be planned as a join that reads whole tables.
  static final String FALLEN =
      """
      SELECT stream, version FROM unnest(?, ?) AS premise (stream, version)
      WHERE (SELECT max(sequence) FROM events.event WHERE aggregate_id = stream) > version
      UNION ALL
      SELECT id::text, NULL FROM unnest(?) AS premise (id)
      WHERE (SELECT wrapped FROM keys.subject_key WHERE key_id = id) IS NULL\
      """;

  private Premises() {}

  /** What the requests of a group rest on. */
  static Set<Premise> of(List<PendingAppend> group) {
    return group.stream()
        .flatMap(each -> each.batch().premises().stream())
        .collect(Collectors.toSet());
  }

  /** The parameters of {@link #FALLEN}. */
  static void columns(Columns columns, Set<Premise> all) throws SQLException {
    var streams = of(StreamStands.class, all);
    columns.add("text", String[]::new, streams, StreamStands::stream);
    columns.add("int8", Long[]::new, streams, StreamStands::version);
    var keys = of(KeyLives.class, all);
    columns.add("uuid", UUID[]::new, keys, key -> UUID.fromString(key.keyId()));
  }

  private static <P extends Premise> List<P> of(Class<P> kind, Set<Premise> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Those that hold no longer. */
  static Set<Premise> fallen(ResultSet rows) throws SQLException {
    var fallen = new HashSet<Premise>();
    while (rows.next()) {
      String name = rows.getString(1);
      long version = rows.getLong(2);
      fallen.add(rows.wasNull() ? new KeyLives(name) : new StreamStands(name, version));
    }
    return fallen;
  }
}
