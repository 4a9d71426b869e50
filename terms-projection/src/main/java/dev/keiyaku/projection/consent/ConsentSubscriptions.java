package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code consent_subscription}. */
@Repository
class ConsentSubscriptions {

  private final JdbcClient jdbc;
  private final Rows rows;

  ConsentSubscriptions(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  void put(SubscriptionApplied applied, long version) {
    Upsert.into("projection.consent_subscription", "subscription_id")
        .set("subscription_id", applied.subscriptionId())
        .set("subscriber_id", applied.subscriberId())
        .set("product", applied.product().name())
        .set("belongs_to_isp", applied.belongsToIsp())
        .set("version", version)
        .by(rows);
  }

  /** The rows have reached a stream version. */
  void reached(String subscriptionId, long version) {
    rows.raise(
        "projection.consent_subscription", "subscription_id", subscriptionId, "version", version);
  }

  Optional<ConsentSubscription> of(String subscriptionId) {
    return jdbc.sql("SELECT * FROM projection.consent_subscription WHERE subscription_id = ?")
        .param(subscriptionId)
        .query((row, _) -> subscription(row))
        .optional();
  }

  /** Those of a subscriber, the earliest first. */
  List<ConsentSubscription> ofSubscriber(String subscriberId) {
    return jdbc.sql(
            "SELECT * FROM projection.consent_subscription WHERE subscriber_id = ?"
                + " ORDER BY subscription_id")
        .param(subscriberId)
        .query((row, _) -> subscription(row))
        .list();
  }

  private static ConsentSubscription subscription(ResultSet row) throws SQLException {
    return new ConsentSubscription(
        row.getString("subscription_id"),
        row.getString("subscriber_id"),
        Product.valueOf(row.getString("product")),
        row.getString("belongs_to_isp"),
        row.getLong("version"));
  }
}
