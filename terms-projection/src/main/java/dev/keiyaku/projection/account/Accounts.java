package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of all accounts. */
@Repository
public class Accounts {

  private final JdbcClient jdbc;
  private final Rows rows;
  private final SuspensionRows suspensions;
  private final AcceptanceRows acceptances;
  private final FlagRows flags;

  Accounts(
      JdbcClient jdbc,
      Rows rows,
      SuspensionRows suspensions,
      AcceptanceRows acceptances,
      FlagRows flags) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.suspensions = suspensions;
    this.acceptances = acceptances;
    this.flags = flags;
  }

  /** The account as its rows are; empty when there are none. */
  public Optional<Account> find(String subscriptionId) {
    return all(List.of(subscriptionId)).stream().findFirst();
  }

  /** The stream version that an account shows; -1 when there is none. */
  public long version(String subscriptionId) {
    return jdbc.sql("SELECT version FROM projection.account WHERE subscription_id = ?")
        .param(subscriptionId)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /** Those of the accounts that there are, by id. Call it inside one transaction. */
  List<Account> all(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Suspension>> suspended = suspensions.of(ids);
    Map<String, List<Acceptance>> accepted = acceptances.of(ids);
    Map<String, Flags> flagged = flags.of(ids);
    return jdbc.sql(
            "SELECT * FROM projection.account WHERE subscription_id IN (:ids)"
                + " ORDER BY subscription_id")
        .param("ids", ids)
        .query((row, _) -> {
          var id = row.getString("subscription_id");
          return AccountRow.read(
              row,
              suspended.getOrDefault(id, List.of()),
              accepted.getOrDefault(id, List.of()),
              flagged.getOrDefault(id, Flags.NONE));
        })
        .list();
  }

  void put(Account account) {
    Upsert.into("projection.account", "subscription_id")
        .set("subscription_id", account.subscriptionId())
        .set("version", account.version())
        .set("subscriber_id", account.subscriberId())
        .set("product", account.product().name())
        .set("channel_kind", account.channel().kind().name())
        .set("channel_isp", account.channel().isp())
        .set("belongs_to_isp", account.belongsToIsp())
        .set("billing_operator", account.billingOperator())
        .set("network_contract", AccountRow.json(account.networkContract()))
        .set("vendor_account_reference", account.vendorAccountReference())
        .set("begins_at", account.beginsAt())
        .set("activated_at", account.activatedAt())
        .set("ends_at", account.endsAt())
        .set("cancellation_id", account.cancellationId())
        .by(rows);
    suspensions.put(account.subscriptionId(), account.suspensions());
    acceptances.put(account.subscriptionId(), account.acceptances());
    flags.put(account.subscriptionId(), account.flagged());
  }
}
