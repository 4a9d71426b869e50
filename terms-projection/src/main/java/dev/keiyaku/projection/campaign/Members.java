package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of a campaign and what each has answered, computed when asked. */
@Repository
class Members {

  private static final String VISIBLE =
      """
       AND EXISTS (SELECT FROM projection.known_contract v WHERE v.subscription_id = m.subscription_id
        AND v.known_until = 'infinity' AND v.belongs_to_isp = :visibleIsp)\
      """;

  private static final String WHERE =
      " FROM projection.campaign_member m WHERE m.campaign_id = :campaign";

  private static final String ANSWERED =
      """
      SELECT m.subscription_id, c.product, c.belongs_to_isp, a.since AS accepted, e.since AS ended, o.since AS objected
      FROM projection.campaign_member m
      LEFT JOIN projection.known_contract c ON c.subscription_id = m.subscription_id AND c.known_until = 'infinity'
      LEFT JOIN accepted a ON a.subscription_id = m.subscription_id
      LEFT JOIN ended e ON e.subscription_id = m.subscription_id
      LEFT JOIN (SELECT subscription_id, max(since) AS since FROM objected WHERE until IS NULL OR until > :at
        GROUP BY subscription_id) o ON o.subscription_id = m.subscription_id
      WHERE m.campaign_id = :campaign AND m.subscription_id = ANY (:ids) ORDER BY m.subscription_id\
      """;

  private final JdbcClient jdbc;
  private final TermsCatalogue catalogue;

  Members(JdbcClient jdbc, TermsCatalogue catalogue) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
  }

  /**
   * One of them.
   *
   * @param since when the state began, UTC: not before the opening
   */
  record Member(
      String subscriptionId,
      Product product,
      @Nullable String belongsToIsp,
      State state,
      Instant since) {}

  /** A page in the order of ids. In one transaction. */
  Page<Member> page(
      Campaign campaign,
      Instant at,
      @Nullable State state,
      Caller caller,
      String after,
      int limit) {
    var answers = Answers.ofAll(campaign, terms(campaign), at);
    var where = WHERE + (state == null ? "" : " AND " + answers.condition(state)) + visible(caller);
    var parameters = parameters(answers, caller);
    var ids =
        jdbc.sql(
                "SELECT m.subscription_id"
                    + where
                    + " AND m.subscription_id > :after ORDER BY m.subscription_id LIMIT :limit")
            .params(parameters)
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, _) -> row.getString(1))
            .list();
    var count =
        after.isEmpty() && ids.size() <= limit
            ? ids.size()
            : jdbc.sql("SELECT count(*) FROM (SELECT" + where + " LIMIT :cap) AS capped")
                .params(parameters)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Long.class)
                .single();
    return Page.of(of(campaign, at, ids), limit, Page.Count.of(count), Member::subscriptionId);
  }

  /** Those of the subscriptions that are members, by id. */
  List<Member> of(Campaign campaign, Instant at, List<String> ids) {
    var answers = Answers.ofSome(campaign, terms(campaign), at);
    return jdbc.sql(answers.with() + ANSWERED)
        .params(answers.parameters())
        .param("ids", ids.toArray(String[]::new))
        .query((row, _) -> member(row, campaign.opened().opensAt()))
        .list();
  }

  /** How many members there are, as far as the caller sees them. */
  long size(Campaign campaign, Caller caller) {
    return caller.isp() == null && campaign.frozen()
        ? campaign.found().size()
        : jdbc.sql("SELECT count(*)" + WHERE + visible(caller))
            .params(visibleIsp(caller))
            .param("campaign", campaign.id())
            .query(Long.class)
            .single();
  }

  static String visible(Caller caller) {
    return caller.isp() == null ? "" : VISIBLE;
  }

  static Map<String, Object> parameters(Answers answers, Caller caller) {
    var parameters = new HashMap<>(answers.parameters());
    parameters.putAll(visibleIsp(caller));
    return parameters;
  }

  private static Map<String, Object> visibleIsp(Caller caller) {
    return caller.isp() == null ? Map.of() : Map.of("visibleIsp", caller.isp());
  }

  private TermsHistory terms(Campaign campaign) {
    return catalogue.of(campaign.opened().target().document());
  }

  private static Member member(ResultSet row, Instant opened) throws SQLException {
    var accepted = Timestamps.orNull(row, "accepted");
    var ended = Timestamps.orNull(row, "ended");
    var objected = Timestamps.orNull(row, "objected");
    var state =
        accepted != null
            ? State.ACCEPTED
            : ended != null ? State.ENDED : objected != null ? State.OBJECTED : State.PENDING;
    var since =
        switch (state) {
          case ACCEPTED -> accepted;
          case ENDED -> ended;
          case OBJECTED -> objected;
          case PENDING -> opened;
        };
    return new Member(
        row.getString("subscription_id"),
        Product.valueOf(row.getString("product")),
        row.getString("belongs_to_isp"),
        state,
        since == null ? opened : since);
  }
}
