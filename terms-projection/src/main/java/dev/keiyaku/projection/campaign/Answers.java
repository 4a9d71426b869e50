package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the members of one campaign have answered by an instant, in SQL. Those who have answered are
 * found from acts, ends and objections; those who have not are never walked for a count.
 *
 * @param with tables {@code accepted}, {@code ended} and {@code objected}, each row a member with
 *     the instant {@code since}
 * @param parameters what it takes by name; {@code :ids} besides where {@code with} is of some
 */
record Answers(String with, Map<String, Object> parameters) {

  private static final String ACTS =
      """
      SELECT a.subscription_id, min(a.accepted_at) AS since FROM projection.known_act a
      WHERE a.version = ANY (:versions#) AND a.document = :document AND a.basis = 'EXPLICIT'
        AND a.known_until = 'infinity' AND a.accepted_at >= :opens AND a.accepted_at <= :at%s%s
      GROUP BY a.subscription_id\
      """;

  private static final String WITH =
      """
      WITH met AS (%1$s),
      accepted AS (SELECT m.subscription_id, max(met.since) AS since FROM met
        JOIN projection.campaign_member m ON m.campaign_id = :campaign AND m.subscription_id = met.subscription_id
        GROUP BY m.subscription_id HAVING count(*) = :demands),
      ended AS (SELECT m.subscription_id, coalesce(greatest(c.ends_at, :opens), :opens) AS since
        FROM projection.known_contract c
        JOIN projection.campaign_member m ON m.campaign_id = :campaign AND m.subscription_id = c.subscription_id
        WHERE c.known_until = 'infinity' AND (c.begins_at IS NULL OR c.ends_at IS NOT NULL)
          AND (c.begins_at IS NULL OR c.ends_at <= :at)%2$s),
      objected AS (SELECT m.subscription_id, greatest(f.starts_at, :opens) AS since, f.ends_at AS until
        FROM projection.flag f
        JOIN projection.campaign_member m ON m.campaign_id = :campaign AND m.subscription_id = f.subscription_id
        WHERE f.kind = 'OBJECTION' AND f.starts_at <= :at
          AND (f.ends_at IS NULL OR f.ends_at > greatest(f.starts_at, :opens))
          AND f.declared::jsonb #>> '{terms,document}' = :document
          AND f.declared::jsonb #>> '{terms,version}' = ANY (:lineage)%3$s)
      """;

  /** Of all members. */
  static Answers ofAll(Campaign campaign, TermsHistory terms, Instant at) {
    return of(campaign, terms, at, "");
  }

  /** Of some members: {@code :ids}. */
  static Answers ofSome(Campaign campaign, TermsHistory terms, Instant at) {
    return of(campaign, terms, at, " AND #.subscription_id = ANY (:ids)");
  }

  private static Answers of(Campaign campaign, TermsHistory terms, Instant at, String some) {
    var target = campaign.opened().target();
    var demands = Demand.of(target, terms);
    var parameters = new HashMap<String, Object>();
    parameters.put("campaign", campaign.id());
    parameters.put("document", target.document());
    parameters.put("opens", Timestamps.of(campaign.opened().opensAt()));
    parameters.put("at", Timestamps.of(at));
    parameters.put("demands", demands.size());
    parameters.put("lineage", Demand.lineage(target, terms).toArray(String[]::new));
    for (int i = 0; i < demands.size(); i++) {
      parameters.put("versions" + i, demands.get(i).versions().toArray(String[]::new));
    }
    var met =
        IntStream.range(0, demands.size())
            .mapToObj(i -> acts(demands.get(i), i, some))
            .collect(Collectors.joining(" UNION ALL "));
    return new Answers(
        WITH.formatted(met, some.replace("#", "c"), some.replace("#", "f")), parameters);
  }

  private static String acts(Demand demand, int i, String some) {
    var item =
        demand.item().isEmpty() ? "" : " AND " + demand.item().getAsInt() + " = ANY (a.items)";
    return ACTS.replace("#", Integer.toString(i)).formatted(item, some.replace("#", "a"));
  }

  /** A condition on a row {@code m} of {@code projection.campaign_member}: its state is this. */
  static String condition(State state) {
    var accepted = "m.subscription_id IN (SELECT subscription_id FROM accepted)";
    var ended = "m.subscription_id IN (SELECT subscription_id FROM ended)";
    var objected =
        "m.subscription_id IN (SELECT subscription_id FROM objected WHERE until IS NULL OR until >"
            + " :at)";
    return switch (state) {
      case ACCEPTED -> accepted;
      case ENDED -> ended + " AND NOT " + accepted;
      case OBJECTED -> objected + " AND NOT " + accepted + " AND NOT " + ended;
      case PENDING -> "NOT " + accepted + " AND NOT " + ended + " AND NOT " + objected;
    };
  }
}
