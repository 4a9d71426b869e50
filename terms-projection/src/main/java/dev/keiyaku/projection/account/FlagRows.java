package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.Objection;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objections and the withdrawals of consent of all accounts, as intervals. */
@Repository
class FlagRows {

  private static final String TABLE = "projection.flag";

  private final Rows rows;
  private final PartRows<Row> parts;

  FlagRows(JdbcClient jdbc, Rows rows) {
    this.rows = rows;
    this.parts = new PartRows<>(jdbc, rows, TABLE, "flag_id", "starts_at");
  }

  /** One of the two. */
  private record Row(@Nullable Objection objection, @Nullable ConsentWithdrawal withdrawal) {}

  /** By subscription, each list by time, as the fold has them; absent where there is none. */
  Map<String, Flags> of(Collection<String> subscriptionIds) {
    return parts.of(subscriptionIds, (row, _) -> row(row)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> flags(entry.getValue())));
  }

  /** The flags of a subscription are these, and no others. */
  void put(String subscriptionId, Flags flags) {
    var objections = flags.objections().stream().map(Objection::objectionId);
    var withdrawals = flags.consentWithdrawals().stream().map(ConsentWithdrawal::withdrawalId);
    parts.keepOnly(subscriptionId, Stream.concat(objections, withdrawals).toList());
    flags.objections().forEach(objection -> put(subscriptionId, objection));
    flags.consentWithdrawals().forEach(withdrawal -> put(subscriptionId, withdrawal));
  }

  private void put(String subscriptionId, Objection objection) {
    row(subscriptionId, objection.objectionId(), Flag.OBJECTION)
        .set("event_id", objection.eventId())
        .set("starts_at", objection.objectedAt())
        .set("ends_at", objection.withdrawnAt())
        .set("settlement", null)
        .set("renewed_at", null)
        .set("declared", EventJson.mapper().writeValueAsString(objection.declared()))
        .by(rows);
  }

  private void put(String subscriptionId, ConsentWithdrawal withdrawal) {
    var settlement = withdrawal.settlement();
    row(subscriptionId, withdrawal.withdrawalId(), Flag.CONSENT_WITHDRAWN)
        .set("event_id", withdrawal.eventId())
        .set("starts_at", withdrawal.withdrawnAt())
        .set("ends_at", withdrawal.settledAt())
        .set("settlement", settlement == null ? null : settlement.name())
        .set("renewed_at", withdrawal.renewedAt())
        .set("declared", EventJson.mapper().writeValueAsString(withdrawal.declared()))
        .by(rows);
  }

  private static Upsert row(String subscriptionId, String id, Flag kind) {
    return Upsert.into(TABLE, "subscription_id", "flag_id")
        .set("subscription_id", subscriptionId)
        .set("flag_id", id)
        .set("kind", kind.name());
  }

  private static Row row(ResultSet row) throws SQLException {
    return switch (Flag.valueOf(row.getString("kind"))) {
      case OBJECTION -> new Row(objection(row), null);
      case CONSENT_WITHDRAWN -> new Row(null, withdrawal(row));
    };
  }

  /** The columns that are searched are the ones that are shown. */
  private static Objection objection(ResultSet row) throws SQLException {
    var declared = EventJson.mapper().readValue(row.getString("declared"), AmendmentObjected.class);
    return new Objection(
        row.getString("event_id"),
        declared,
        Timestamps.at(row, "starts_at"),
        Timestamps.orNull(row, "ends_at"));
  }

  private static ConsentWithdrawal withdrawal(ResultSet row) throws SQLException {
    var declared = EventJson.mapper().readValue(row.getString("declared"), ConsentWithdrawn.class);
    String settlement = row.getString("settlement");
    return new ConsentWithdrawal(
        row.getString("event_id"),
        declared,
        Timestamps.at(row, "starts_at"),
        Timestamps.orNull(row, "renewed_at"),
        Timestamps.orNull(row, "ends_at"),
        settlement == null ? null : Settlement.valueOf(settlement));
  }

  private static Flags flags(List<Row> rows) {
    return new Flags(
        rows.stream().map(Row::objection).filter(Objection.class::isInstance).toList(),
        rows.stream().map(Row::withdrawal).filter(ConsentWithdrawal.class::isInstance).toList());
  }
}
