package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@link Standing} in SQL: a condition on a row {@code c} of {@code projection.known_contract}.
 * Which versions have begun and which bind without an act is decided in Java.
 *
 * @param sql to follow {@code WHERE}
 * @param parameters what it takes by name
 */
record StandingCondition(String sql, Map<String, Object> parameters) {

  private static final String BEGUN = "c.begins_at <= :at";
  private static final String LIVES = BEGUN + " AND (c.ends_at IS NULL OR c.ends_at > :at)";
  private static final String LIVED = "(c.ends_at IS NULL OR c.ends_at > :start#)";
  private static final String AGREED_BEFORE = "c.first_accepted_at < :start#";

  private static final String ACT =
      """
      EXISTS (SELECT FROM projection.known_act a
        WHERE a.subscription_id = c.subscription_id AND a.document = :document
          AND a.version = :version# AND a.accepted_at <= :at
          AND (c.ends_at IS NULL OR a.accepted_at < c.ends_at) AND %s%s)\
      """;

  /** The earliest act mostly decides it, and is in the index that is walked. */
  private static final String ACCEPTED =
      """
      (CASE WHEN c.first_version = :version# AND c.first_accepted_at <= :at
          AND (c.ends_at IS NULL OR c.first_accepted_at < c.ends_at)
        THEN true ELSE %s END)\
      """;

  /**
   * Whom a version does not bind that binds nearly everybody without an act: who agreed to nothing
   * before its start, and first to another version or later than asked. That follows from the rest,
   * and names few rows out of a million.
   */
  private static final String LEFT_OUT =
      """
       AND c.subscription_id = ANY (ARRAY(
        SELECT n.subscription_id FROM projection.known_contract n
        WHERE n.first_version IS NULL
          OR (n.first_version = ANY (:others) AND n.first_accepted_at >= :start0)
          OR (n.first_version = :version0 AND n.first_accepted_at > :at)))\
      """;

  private static final String EXPLICIT_ACT =
      """
      a.version = :version0 AND a.document = :document AND a.basis = 'EXPLICIT' AND a.accepted_at <= :at AND %s
        AND (SELECT c.begins_at <= :at AND (c.ends_at IS NULL OR a.accepted_at < c.ends_at)
          FROM projection.known_contract c WHERE c.subscription_id = a.subscription_id AND %s%s)\
      """;

  /**
   * The condition that a standing holds.
   *
   * @param published all that is known of the document now: an act may name any version of it
   * @param version the version asked about
   * @param at the effective instant asked, UTC
   */
  static StandingCondition of(
      Standing standing,
      String document,
      TermsHistory published,
      String version,
      Instant at,
      Knowing knowing) {
    var knownAt = knowing.knownAt();
    var terms = knownAt == null ? published : published.knownAt(knownAt);
    var others =
        published.versions().stream()
            .map(Version::name)
            .filter(name -> !name.equals(version))
            .toArray(String[]::new);
    var begun = Bindings.begun(terms.versions(), at);
    var first = begun.stream().map(Version::name).toList().indexOf(version);
    var itAndLater = first < 0 ? List.<Version>of() : begun.subList(first, begun.size());
    var accepted = ACT.formatted(knowing.sql("a"), "");
    var bound = BEGUN + " AND " + bound(itAndLater, ACCEPTED.formatted(accepted));
    var sql =
        switch (standing) {
          case BOUND -> bound;
          case EXPLICITLY_ACCEPTED ->
              BEGUN
                  + " AND "
                  + numbered(ACT.formatted(knowing.sql("a"), " AND a.basis = 'EXPLICIT'"), 0);
          case BOUND_BY_NOTICE ->
              itAndLater.isEmpty() || !itAndLater.getFirst().bindsWithoutAct()
                  ? "false"
                  : bound + " AND NOT " + numbered(ACCEPTED.formatted(accepted), 0);
          case NOT_BOUND -> LIVES + " AND NOT (" + bound + ")" + leftOut(itAndLater);
        };
    return new StandingCondition(
        "(" + sql + ")", parameters(document, version, others, itAndLater, at, knowing));
  }

  /**
   * The same of {@link Standing#EXPLICITLY_ACCEPTED} on a row {@code a} of {@code
   * projection.known_act}: where few acts were known of a version, nobody walks the contracts.
   *
   * @param meant a condition on the contract {@code c}
   */
  static String explicitlyAccepted(Knowing knowing, String meant) {
    return EXPLICIT_ACT.formatted(knowing.sql("a"), knowing.sql("c"), meant);
  }

  private static String leftOut(List<Version> itAndLater) {
    return itAndLater.size() == 1
            && itAndLater.getFirst().bindsWithoutAct()
            && itAndLater.getFirst().effectiveAt() != null
        ? "\n" + LEFT_OUT
        : "";
  }

  /** It binds, and no later one does. */
  private static String bound(List<Version> itAndLater, String accepted) {
    return itAndLater.isEmpty()
        ? "false"
        : IntStream.range(0, itAndLater.size())
            .mapToObj(i -> (i == 0 ? "" : "NOT ") + numbered(binds(itAndLater.get(i), accepted), i))
            .collect(Collectors.joining(" AND "));
  }

  private static String binds(Version version, String accepted) {
    if (version.effectiveAt() == null) {
      return accepted;
    }
    return version.bindsWithoutAct()
        ? "(" + LIVED + " AND (COALESCE(" + AGREED_BEFORE + ", false) OR " + accepted + "))"
        : "(" + LIVED + " AND " + accepted + ")";
  }

  private static String numbered(String sql, int i) {
    return sql.replace("#", Integer.toString(i));
  }

  private static Map<String, Object> parameters(
      String document,
      String version,
      String[] others,
      List<Version> itAndLater,
      Instant at,
      Knowing knowing) {
    var parameters = new HashMap<>(knowing.parameters());
    parameters.put("document", document);
    parameters.put("at", Timestamps.of(at));
    parameters.put("version0", version);
    parameters.put("others", others);
    for (int i = 0; i < itAndLater.size(); i++) {
      parameters.put("version" + i, itAndLater.get(i).name());
      var start = itAndLater.get(i).effectiveAt();
      if (start != null) {
        parameters.put("start" + i, Timestamps.of(start));
      }
    }
    return Map.copyOf(parameters);
  }
}
