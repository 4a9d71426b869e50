package dev.keiyaku.projection.provision;

import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The register as a query: nothing of it is stored but the acts, item by item, which are only
 * added. What corrections made of them, and when use began, is joined to them.
 */
final class RegisterSql {

  /** Item 0 is the terms as a whole: what a partner ISP reads rests on it. */
  private static final String ENTRIES =
      """
      SELECT c.subscription_id, c.sequence, c.item, c.acceptance_id, c.event_id, c.document,
        c.version, c.content_sha256, c.clause_path, c.clause_sha256, c.basis, c.recorded_at,
        b.bond, account.subscriber_id, account.belongs_to_isp,
        act.accepted_at, entry.at,
        CASE
          WHEN a.event_id IS NULL OR account.begins_at IS NULL THEN 'VOIDED'
          WHEN c.item = 0 THEN 'PROVIDED'
          WHEN account.activated_at IS NULL AND account.ends_at IS NULL THEN 'AGREED'
          WHEN account.activated_at < 'infinity' AND entry.at < entry.until THEN 'PROVIDED'
          ELSE 'NOT_PROVIDED'
        END AS standing
      FROM projection.consent c
      JOIN projection.account account ON account.subscription_id = c.subscription_id
      LEFT JOIN projection.acceptance a ON a.subscription_id = c.subscription_id
        AND a.acceptance_id = c.acceptance_id AND a.event_id = c.event_id
      JOIN unnest(:bonds::text[]::integer[], :accepted::text[], :amended::text[]::boolean[],
          :begins::text[]::timestamptz[], :ends::text[]::timestamptz[])
          AS b (bond, accepted, amended, begins, ends)
        ON b.accepted = c.version
      CROSS JOIN LATERAL (SELECT COALESCE(a.accepted_at, c.effective_at) AS accepted_at) act
      CROSS JOIN LATERAL (SELECT
        CASE WHEN c.item = 0 THEN act.accepted_at
          ELSE GREATEST(act.accepted_at, b.begins, account.activated_at) END AS at,
        COALESCE(LEAST(a.superseded_at, b.ends, account.ends_at), 'infinity') AS until) entry
      WHERE c.document = :document AND c.item IN (0, 2, 3, 4)
        AND (c.item > 0 OR (account.belongs_to_isp IS NOT NULL AND NOT b.amended))
        AND (NOT b.amended OR (account.activated_at IS NOT NULL AND a.accepted_at < b.begins
          AND entry.at < entry.until AND entry.at <= :now))
      """;

  /** In a window of time only those whom something happened to, unless that is everybody. */
  private static final String TOUCHED =
      """
       AND c.subscription_id = ANY (ARRAY(
        SELECT subscription_id FROM projection.account
        WHERE COALESCE(activated_at, 'infinity'::timestamptz) >= :from
          AND COALESCE(activated_at, 'infinity'::timestamptz) < :before::timestamptz
        UNION SELECT subscription_id FROM projection.acceptance
        WHERE version = ANY (:accepted) AND accepted_at >= :from
          AND accepted_at < :before::timestamptz
        UNION SELECT subscription_id FROM projection.consent
        WHERE item = 0 AND effective_at >= :from AND effective_at < :before::timestamptz))
      """;

  private final StringBuilder sql = new StringBuilder(ENTRIES);
  private final Map<String, @Nullable Object> parameters = new HashMap<>();

  RegisterSql(RegisterQuery query, String document, Bonds bonds, Instant now) {
    parameters.put("document", document);
    parameters.put("now", Timestamps.of(now));
    where(" AND account.belongs_to_isp = :visibleIsp", "visibleIsp", query.visibleIsp());
    where(" AND c.subscription_id = :subscription", "subscription", query.subscriptionId());
    where(" AND account.belongs_to_isp = :isp", "isp", query.isp());
    bonds(recipient(query.recipient(), bonds));
    window(query.from(), query.to(), bonds);
  }

  /** Only the stretches under that vendor; an ISP's entries rest on the act alone. */
  private Bonds recipient(@Nullable String recipient, Bonds bonds) {
    if (recipient == null) {
      return bonds;
    } else if (bonds.under(recipient).all().isEmpty()) {
      where(" AND c.item = 0 AND account.belongs_to_isp = :recipient", "recipient", recipient);
      return bonds;
    }
    sql.append(" AND c.item > 0");
    return bonds.under(recipient);
  }

  private void bonds(Bonds bonds) {
    parameters.put("bonds", bonds.texts(bond -> Integer.toString(bond.number())));
    parameters.put("accepted", bonds.texts(Bonds.Bond::accepted));
    parameters.put("amended", bonds.texts(bond -> Boolean.toString(bond.amended())));
    parameters.put("begins", bonds.times(Bonds.Bond::from));
    parameters.put("ends", bonds.times(Bonds.Bond::until));
  }

  private void window(@Nullable Instant from, @Nullable Instant to, Bonds bonds) {
    where(" AND entry.at >= :from", "from", from == null ? null : Timestamps.of(from));
    where(" AND entry.at < :to", "to", to == null ? null : Timestamps.of(to));
    if (from != null && !touchesEverybody(from, to, bonds)) {
      where(TOUCHED, "before", to == null ? "infinity" : to.toString());
    }
  }

  /** Where somebody else begins to get the data without an act. */
  private static boolean touchesEverybody(Instant from, @Nullable Instant to, Bonds bonds) {
    return bonds.all().stream()
        .filter(Bonds.Bond::amended)
        .map(Bonds.Bond::from)
        .anyMatch(begins ->
            begins != null && !begins.isBefore(from) && (to == null || begins.isBefore(to)));
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      parameters.put(name, value);
    }
  }

  /** The entries, behind one if asked, in the register's order. */
  String page(RegisterQuery.@Nullable Key after) {
    var behind = "";
    if (after != null) {
      behind =
          " AND c.subscription_id >= :afterSubscription AND (c.subscription_id, c.sequence, b.bond,"
              + " c.item) > (:afterSubscription, :afterSequence, :afterBond, :afterItem)";
      parameters.put("afterSubscription", after.subscriptionId());
      parameters.put("afterSequence", after.sequence());
      parameters.put("afterBond", after.bond());
      parameters.put("afterItem", after.item());
    }
    return sql + behind + " ORDER BY c.subscription_id, c.sequence, b.bond, c.item LIMIT :limit";
  }

  /** How many there are, up to a cap. */
  String count() {
    return "SELECT count(*) FROM (" + sql + " LIMIT :cap) AS capped";
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }
}
