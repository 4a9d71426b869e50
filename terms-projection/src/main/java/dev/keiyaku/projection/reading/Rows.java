package dev.keiyaku.projection.reading;

import dev.keiyaku.eventstore.processing.EventBatch;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where projectors write: with the batch of events being handled, or at once where there is none.
 */
@Component
public final class Rows {

  private final JdbcClient jdbc;
  private final ColumnTypes types;

  Rows(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.types = new ColumnTypes(jdbc);
  }

  void put(Upsert row) {
    staged(rows -> rows.put(row));
  }

  /** Of the rows of an owner those with these keys stay, and no others. */
  public void retain(String table, String owner, String of, String key, List<String> kept) {
    staged(rows -> rows.retain(new Retained(table, owner, key), of, kept));
  }

  /** A number in a row that is there becomes this one, unless it is higher already. */
  public void raise(String table, String key, String of, String column, long atLeast) {
    staged(rows -> rows.raise(new Raised(table, key, column), of, atLeast));
  }

  private void staged(Consumer<StagedRows> write) {
    var batch = EventBatch.current();
    if (batch.isPresent()) {
      write.accept(batch.get().part(StagedRows.class, () -> new StagedRows(jdbc, types)));
    } else {
      var alone = new StagedRows(jdbc, types);
      write.accept(alone);
      alone.keep();
      alone.flush();
    }
  }

  record Retained(String table, String owner, String key) {}

  record Raised(String table, String key, String column) {}
}
