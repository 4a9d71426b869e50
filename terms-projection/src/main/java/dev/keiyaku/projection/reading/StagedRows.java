package dev.keiyaku.projection.reading;

import dev.keiyaku.eventstore.processing.EventBatch;
import dev.keiyaku.projection.reading.Rows.Raised;
import dev.keiyaku.projection.reading.Rows.Retained;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows to be written together: a row as it is last, once. Statements run over arrays of text, cast
 * to the columns' types.
 */
final class StagedRows implements EventBatch.Part {

  private final Statements statements;
  private final List<Runnable> pending = new ArrayList<>();
  private final Map<Retained, Map<String, List<String>>> retained = new LinkedHashMap<>();
  private final Map<String, Map<List<String>, Upsert>> upserts = new LinkedHashMap<>();
  private final Map<Raised, Map<String, Long>> raised = new LinkedHashMap<>();

  StagedRows(JdbcClient jdbc, ColumnTypes types) {
    this.statements = new Statements(jdbc, types);
  }

  void put(Upsert row) {
    pending.add(() -> {
      var rows = upserts.computeIfAbsent(row.table(), _ -> new LinkedHashMap<>());
      if (row.once()) {
        rows.putIfAbsent(row.key(), row);
      } else {
        rows.put(row.key(), row);
      }
    });
  }

  void retain(Retained what, String of, List<String> kept) {
    pending.add(() -> retained.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(of, kept));
  }

  void raise(Raised what, String of, long atLeast) {
    pending.add(() ->
        raised.computeIfAbsent(what, _ -> new LinkedHashMap<>()).merge(of, atLeast, Math::max));
  }

  @Override
  public void keep() {
    pending.forEach(Runnable::run);
    pending.clear();
  }

  @Override
  public void undo() {
    pending.clear();
  }

  /** Rows go before they come; a number is raised once its row is there. */
  @Override
  public void flush() {
    retained.forEach(statements::retain);
    upserts.values().forEach(rows -> statements.upsert(List.copyOf(rows.values())));
    raised.forEach(statements::raise);
    retained.clear();
    upserts.clear();
    raised.clear();
  }
}
