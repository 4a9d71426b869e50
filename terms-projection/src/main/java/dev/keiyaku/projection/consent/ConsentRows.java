package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import dev.keiyaku.projection.terms.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code consent}: only added. */
@Repository
class ConsentRows {

  private final JdbcClient jdbc;
  private final Rows rows;

  ConsentRows(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Adds a row; one that is there already stays as it is. */
  void add(Consent consent) {
    var shown = consent.displayed();
    var evidence = shown == null ? null : shown.evidence();
    var row =
        Upsert.into("projection.consent", "subscription_id", "sequence", "item")
            .set("subscription_id", consent.subscriptionId())
            .set("sequence", consent.sequence())
            .set("item", consent.item())
            .set("acceptance_id", consent.acceptanceId())
            .set("event_id", consent.eventId())
            .set("document", consent.terms().document())
            .set("version", consent.terms().version())
            .set("content_sha256", consent.terms().contentSha256())
            .set("clause_path", consent.clausePath())
            .set("clause_sha256", consent.clauseSha256())
            .set("basis", consent.basis().name())
            .set("displayed_sha256", shown == null ? null : shown.sha256())
            .set("displayed_at", shown == null ? null : shown.at())
            .set("effective_at", consent.effectiveAt());
    seal(row, "evidence", evidence);
    seal(row, "reason", consent.reason());
    consent.recorded().into(row).once(rows);
  }

  private static void seal(Upsert row, String column, @Nullable SealedText text) {
    row.set(column + "_key", text == null ? null : text.key())
        .set(column, text == null ? null : text.ciphertext());
  }

  /** All rows of a subscription, act after act in the order of recording, then by item. */
  List<Consent> of(String subscriptionId) {
    return jdbc.sql(
            "SELECT * FROM projection.consent WHERE subscription_id = ? ORDER BY sequence, item")
        .param(subscriptionId)
        .query((row, _) -> consent(row))
        .list();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getString("subscription_id"),
        row.getLong("sequence"),
        row.getInt("item"),
        row.getString("acceptance_id"),
        row.getString("event_id"),
        new TermsReference(
            row.getString("document"), row.getString("version"), row.getString("content_sha256")),
        row.getString("clause_path"),
        row.getString("clause_sha256"),
        AcceptanceBasis.valueOf(row.getString("basis")),
        displayed(row),
        Timestamps.at(row, "effective_at"),
        sealed(row, "reason"),
        Recording.of(row));
  }

  private static Consent.@Nullable Displayed displayed(ResultSet row) throws SQLException {
    var sha256 = row.getString("displayed_sha256");
    return sha256 == null
        ? null
        : new Consent.Displayed(
            sha256, Timestamps.at(row, "displayed_at"), sealed(row, "evidence"));
  }

  private static @Nullable SealedText sealed(ResultSet row, String column) throws SQLException {
    var key = row.getString(column + "_key");
    return key == null ? null : new SealedText(key, row.getString(column));
  }
}
