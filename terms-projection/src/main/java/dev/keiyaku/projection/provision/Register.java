package dev.keiyaku.projection.provision;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.consent.Binding;
import dev.keiyaku.projection.provision.Provision.Basis;
import dev.keiyaku.projection.provision.Provision.Ground;
import dev.keiyaku.projection.provision.Provision.Kind;
import dev.keiyaku.projection.provision.Provision.Manner;
import dev.keiyaku.projection.provision.Provision.Recipient;
import dev.keiyaku.projection.provision.Provision.Standing;
import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.terms.ClauseText;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register, in the order of subscriptions, then of acts. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Register {

  /** Every product is sold under it. */
  private static final String DOCUMENT = Product.MYSECURE.document();

  private final JdbcClient jdbc;
  private final TermsCatalogue terms;
  private final Clock clock;

  Register(JdbcClient jdbc, TermsCatalogue terms, Clock clock) {
    this.jdbc = jdbc;
    this.terms = terms;
    this.clock = clock;
  }

  private record Entry(RegisterQuery.Key key, Provision provision) {}

  /** The entries of a subscription, and the stream version that they show. */
  record OfSubscription(String subscriptionId, long version, List<Provision> items) {}

  /** The stream version that the rows have reached; -1 when there are none. */
  long version(String subscriptionId) {
    return jdbc.sql("SELECT version FROM projection.account WHERE subscription_id = ?")
        .param(subscriptionId)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /** Empty when the caller sees no such subscription. */
  Optional<OfSubscription> of(Caller caller, String id) {
    return jdbc.sql("SELECT belongs_to_isp FROM projection.account WHERE subscription_id = ?")
        .param(id)
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .filter(isp -> caller.sees(isp.orElse(null)))
        .map(_ ->
            new OfSubscription(id, version(id), all(RegisterQuery.ofSubscription(id, caller))));
  }

  private List<Provision> all(RegisterQuery query) {
    var history = terms.of(DOCUMENT);
    var bonds = Bonds.of(DOCUMENT, history);
    return entries(query, new RegisterSql(query, DOCUMENT, bonds, clock.instant()), bonds, history)
        .stream()
        .map(Entry::provision)
        .toList();
  }

  /** A page of what a query finds. */
  Page<Provision> page(RegisterQuery query) {
    var history = terms.of(DOCUMENT);
    var bonds = Bonds.of(DOCUMENT, history);
    walkTheKey();
    var sql = new RegisterSql(query, DOCUMENT, bonds, clock.instant());
    var count = count(sql);
    return Page.of(
            entries(query, sql, bonds, history), query.limit(), count, entry -> entry.key().text())
        .map(Entry::provision);
  }

  /**
   * Row by row along the key until the page is full: a plan for the whole would read, and sort,
   * everybody first. Which index serves a window depends on the instants asked.
   */
  private void walkTheKey() {
    jdbc.sql(
            "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
                + " set_config('enable_hashjoin', 'off', true),"
                + " set_config('enable_mergejoin', 'off', true)")
        .query((row, _) -> row.getString(1))
        .single();
  }

  private Page.Count count(RegisterSql sql) {
    return Page.Count.of(
        jdbc.sql(sql.count())
            .params(sql.parameters())
            .param("cap", Page.COUNT_CAP + 1)
            .query(Long.class)
            .single());
  }

  private List<Entry> entries(
      RegisterQuery query, RegisterSql sql, Bonds bonds, TermsHistory history) {
    return jdbc.sql(sql.page(query.after()))
        .params(sql.parameters())
        .param("limit", query.limit() + 1)
        .query((row, _) -> entry(row, bonds, history))
        .list();
  }

  private static Entry entry(ResultSet row, Bonds bonds, TermsHistory history) throws SQLException {
    var key =
        new RegisterQuery.Key(
            row.getString("subscription_id"),
            row.getLong("sequence"),
            row.getInt("bond"),
            row.getInt("item"));
    var bond = bonds.all().get(key.bond() - 1);
    var acceptance = row.getString("acceptance_id");
    return new Entry(
        key,
        new Provision(
            acceptance + "-" + key.item() + "-" + bond.bound().name(),
            key.subscriptionId(),
            row.getString("subscriber_id"),
            key.item() == 0
                ? new Recipient(Kind.PARTNER_ISP, row.getString("belongs_to_isp"))
                : new Recipient(Kind.VENDOR, bond.vendor()),
            manner(key.item()),
            Standing.valueOf(row.getString("standing")),
            Timestamps.at(row, "at"),
            basis(row, key, bond, history),
            Timestamps.at(row, "recorded_at")));
  }

  private static Basis basis(
      ResultSet row, RegisterQuery.Key key, Bonds.Bond bond, TermsHistory history)
      throws SQLException {
    return new Basis(
        ground(bond, row.getString("basis")),
        row.getString("acceptance_id"),
        row.getString("event_id"),
        Timestamps.at(row, "accepted_at"),
        row.getString("document"),
        row.getString("version"),
        row.getString("content_sha256"),
        key.item(),
        clause(row, history),
        bond.bound().name());
  }

  private static Ground ground(Bonds.Bond bond, String actsOwn) {
    return bond.basis() == Binding.Basis.NOTICED_AMENDMENT
        ? Ground.NOTICED_AMENDMENT
        : Ground.valueOf(actsOwn);
  }

  private static @Nullable ClauseText clause(ResultSet row, TermsHistory history)
      throws SQLException {
    var path = row.getString("clause_path");
    return path == null
        ? null
        : ClauseText.of(
            new ClauseReference(
                row.getString("document"),
                row.getString("version"),
                path,
                row.getString("clause_sha256")),
            history);
  }

  private static Manner manner(int item) {
    return switch (item) {
      case 0 -> Manner.READABLE_BY_RECIPIENT;
      case 2 -> Manner.ENTERED_AT_RECIPIENT;
      default -> Manner.STORED_AT_RECIPIENT;
    };
  }
}
