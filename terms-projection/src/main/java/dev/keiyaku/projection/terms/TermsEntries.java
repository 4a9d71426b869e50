package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsVersionEvent;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.UnknownEventException;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code terms_entry}. */
@Repository
class TermsEntries {

  private final JdbcClient jdbc;
  private final Rows rows;

  TermsEntries(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  void put(TermsEntry entry) {
    var event = entry.event();
    var name = EventNames.nameOf(event.getClass());
    var row =
        Upsert.into("projection.terms_entry", "document", "sequence")
            .set("document", event.document())
            .set("sequence", entry.sequence())
            .set("version", event instanceof TermsVersionEvent of ? of.version() : null)
            .set("event_id", entry.eventId())
            .set("name", name.name())
            .set("revision", name.revision())
            .set("payload", EventJson.mapper().writeValueAsString(event));
    entry.recorded().into(row).by(rows);
  }

  /** The last sequence number of a document; -1 when nothing of it is recorded. */
  long last(String document) {
    return jdbc.sql(
            "SELECT coalesce(max(sequence), -1) FROM projection.terms_entry WHERE document = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  /** The entries of a document after a sequence number, in order. */
  List<TermsEntry> after(String document, long sequence) {
    return jdbc.sql(
            "SELECT * FROM projection.terms_entry WHERE document = ? AND sequence > ?"
                + " ORDER BY sequence")
        .params(document, sequence)
        .query((row, _) -> entry(row))
        .list();
  }

  private static TermsEntry entry(ResultSet row) throws SQLException {
    return new TermsEntry(
        row.getString("event_id"),
        row.getLong("sequence"),
        Recording.of(row),
        event(row.getString("name"), row.getInt("revision"), row.getString("payload")));
  }

  private static TermsEvent event(String name, int revision, String payload) {
    var type =
        EventNames.classOf(name, revision)
            .orElseThrow(() -> new UnknownEventException("Unknown event " + name));
    return (TermsEvent) EventJson.mapper().readValue(payload, type);
  }
}
