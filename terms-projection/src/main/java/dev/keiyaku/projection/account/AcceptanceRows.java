package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acceptances of all accounts that stand, as intervals. */
@Repository
class AcceptanceRows {

  private static final String TABLE = "projection.acceptance";

  private final Rows rows;
  private final PartRows<Acceptance> parts;

  AcceptanceRows(JdbcClient jdbc, Rows rows) {
    this.rows = rows;
    this.parts = new PartRows<>(jdbc, rows, TABLE, "acceptance_id", "accepted_at");
  }

  /** By subscription, each list by time, as the fold has them. */
  Map<String, List<Acceptance>> of(Collection<String> subscriptionIds) {
    return parts.of(subscriptionIds, (row, _) -> acceptance(row));
  }

  /** The acceptances of a subscription are these, and no others. */
  void put(String subscriptionId, List<Acceptance> acceptances) {
    parts.keepOnly(subscriptionId, acceptances.stream().map(Acceptance::acceptanceId).toList());
    acceptances.forEach(acceptance -> put(subscriptionId, acceptance));
  }

  private void put(String subscriptionId, Acceptance acceptance) {
    Upsert.into(TABLE, "subscription_id", "acceptance_id")
        .set("subscription_id", subscriptionId)
        .set("acceptance_id", acceptance.acceptanceId())
        .set("event_id", acceptance.eventId())
        .set("document", acceptance.terms().document())
        .set("version", acceptance.terms().version())
        .set("content_sha256", acceptance.terms().contentSha256())
        .set("basis", acceptance.basis().name())
        .set("items", acceptance.items().toArray(Integer[]::new))
        .set("accepted_at", acceptance.acceptedAt())
        .set("superseded_at", acceptance.supersededAt())
        .by(rows);
  }

  private static Acceptance acceptance(ResultSet row) throws SQLException {
    return new Acceptance(
        row.getString("acceptance_id"),
        row.getString("event_id"),
        new TermsReference(
            row.getString("document"), row.getString("version"), row.getString("content_sha256")),
        AcceptanceBasis.valueOf(row.getString("basis")),
        List.of((Integer[]) row.getArray("items").getArray()),
        Timestamps.at(row, "accepted_at"),
        Timestamps.orNull(row, "superseded_at"));
  }
}
