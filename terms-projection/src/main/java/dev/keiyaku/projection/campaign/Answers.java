package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the members of one campaign have answered by an instant, in SQL. Those who have answered are
 * found from acts, ends and objections; those who have not are never walked for a count.
 *
 * @param with tables {@code accepted}, {@code ended} and {@code objected}, each row a member with
 *     the instant {@code since}
 * @param accepted a condition on a member {@code m}
 * @param parameters what it takes by name; {@code :ids} besides where {@code with} is of some
 */
record Answers(String with, String accepted, Map<String, Object> parameters) {

  private static final String ACTS =
      """
      projection.known_act a WHERE a.version = ANY (:versions#) AND a.document = :document AND a.basis = 'EXPLICIT'
        AND a.known_until = 'infinity' AND a.accepted_at >= :opens AND a.accepted_at <= :at%s%s\
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

  private static final String ENDED =
      """
      EXISTS (SELECT FROM projection.known_contract c WHERE c.subscription_id = m.subscription_id
        AND c.known_until = 'infinity' AND (c.begins_at IS NULL OR c.ends_at IS NOT NULL)
        AND (c.begins_at IS NULL OR c.ends_at <= :at))\
      """;

  private static final String OBJECTED =
      """
      EXISTS (SELECT FROM projection.flag f WHERE f.subscription_id = m.subscription_id
        AND f.kind = 'OBJECTION' AND f.starts_at <= :at AND (f.ends_at IS NULL OR f.ends_at > :at)
        AND f.declared::jsonb #>> '{terms,document}' = :document
        AND f.declared::jsonb #>> '{terms,version}' = ANY (:lineage))\
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
    return new Answers(
        WITH.formatted(
            each(
                demands,
                i ->
                    "SELECT a.subscription_id, min(a.accepted_at) AS since FROM "
                        + acts(demands.get(i), i, some)
                        + " GROUP BY a.subscription_id",
                " UNION ALL "),
            some.replace("#", "c"),
            some.replace("#", "f")),
        each(
            demands,
            i ->
                "EXISTS (SELECT FROM "
                    + acts(demands.get(i), i, " AND #.subscription_id = m.subscription_id")
                    + ")",
            " AND "),
        parameters);
  }

  private static String each(List<Demand> demands, IntFunction<String> sql, String between) {
    return IntStream.range(0, demands.size())
        .mapToObj(sql)
        .collect(Collectors.joining(between, "(", ")"));
  }

  private static String acts(Demand demand, int i, String some) {
    var item =
        demand.item().isEmpty() ? "" : " AND " + demand.item().getAsInt() + " = ANY (a.items)";
    return ACTS.replace("#", Integer.toString(i)).formatted(item, some.replace("#", "a"));
  }

  /**
   * A condition on a row {@code m} of {@code projection.campaign_member}: its state is this. By
   * itself, for pages: they stop early, where {@code with} would look at everybody.
   */
  String condition(State state) {
    return switch (state) {
      case ACCEPTED -> accepted;
      case ENDED -> ENDED + " AND NOT " + accepted;
      case OBJECTED -> OBJECTED + " AND NOT " + accepted + " AND NOT " + ENDED;
      case PENDING -> "NOT " + accepted + " AND NOT " + ENDED + " AND NOT " + OBJECTED;
    };
  }
}
