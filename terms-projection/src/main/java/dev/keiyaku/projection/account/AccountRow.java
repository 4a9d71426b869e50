package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.reading.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's own row. */
final class AccountRow {

  private AccountRow() {}

  static Account read(
      ResultSet row, List<Suspension> suspensions, List<Acceptance> acceptances, Flags flags)
      throws SQLException {
    return new Account(
        row.getString("subscription_id"),
        row.getLong("version"),
        row.getString("subscriber_id"),
        Product.valueOf(row.getString("product")),
        new Channel(Channel.Kind.valueOf(row.getString("channel_kind")), text(row, "channel_isp")),
        text(row, "belongs_to_isp"),
        text(row, "billing_operator"),
        networkContract(text(row, "network_contract")),
        text(row, "vendor_account_reference"),
        Timestamps.orNull(row, "begins_at"),
        Timestamps.orNull(row, "activated_at"),
        Timestamps.orNull(row, "ends_at"),
        text(row, "cancellation_id"),
        suspensions,
        acceptances,
        flags.objections(),
        flags.consentWithdrawals());
  }

  static @Nullable String json(@Nullable NetworkContract contract) {
    return contract == null ? null : EventJson.mapper().writeValueAsString(contract);
  }

  private static @Nullable NetworkContract networkContract(@Nullable String json) {
    return json == null ? null : EventJson.mapper().readValue(json, NetworkContract.class);
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }
}
