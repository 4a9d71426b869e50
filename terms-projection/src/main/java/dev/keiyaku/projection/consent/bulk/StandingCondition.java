package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
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
  private static final String AGREED_BEFORE = "COALESCE(c.first_accepted_at < :start#, false)";

  /** Whoever accepted a version ahead that was then withdrawn agreed to nothing by that. */
  private static final String TO_WHAT_STANDS =
      """
      (%s AND (c.first_version <> ALL (:withdrawn) OR EXISTS (SELECT FROM projection.known_act a
        WHERE a.subscription_id = c.subscription_id AND a.document = :document
          AND a.version <> ALL (:withdrawn) AND a.accepted_at < :start# AND %s)))\
      """;

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
          OR (n.first_version = ANY (:others) AND n.first_accepted_at >= :start#)
          OR (n.first_version = :version# AND n.first_accepted_at > :at)))\
      """;

  private static final String EXPLICIT_ACT =
      """
      a.version = :asked AND a.document = :document AND a.basis = 'EXPLICIT' AND a.accepted_at <= :at AND %s
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
    var begun = Begun.of(terms, version, at, knowing.sql("a"));
    var sql =
        switch (standing) {
          case BOUND -> BEGUN + " AND " + begun.bound();
          case EXPLICITLY_ACCEPTED ->
              BEGUN
                  + " AND "
                  + ACT.formatted(knowing.sql("a"), " AND a.basis = 'EXPLICIT'")
                      .replace(":version#", ":asked");
          case BOUND_BY_NOTICE -> BEGUN + " AND " + begun.byNotice();
          case NOT_BOUND ->
              LIVES + " AND NOT (" + BEGUN + " AND " + begun.bound() + ")" + begun.leftOut();
        };
    var parameters = new HashMap<>(knowing.parameters());
    parameters.putAll(begun.parameters());
    parameters.put("document", document);
    parameters.put("at", Timestamps.of(at));
    parameters.put("asked", version);
    parameters.put(
        "others",
        published.all().stream()
            .map(Version::name)
            .filter(n -> !n.equals(version))
            .toArray(String[]::new));
    return new StandingCondition("(" + sql + ")", Map.copyOf(parameters));
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

  /**
   * The versions that have begun, and which of them is asked about.
   *
   * @param asked its place; -1 when it has not begun, or was withdrawn
   * @param known the condition that an act {@code a} was known
   */
  private record Begun(List<Version> versions, int asked, List<String> withdrawn, String known) {

    static Begun of(TermsHistory terms, String version, Instant at, String known) {
      var begun = Bindings.begun(terms.versions(), at);
      var withdrawn = terms.all().stream().filter(each -> each.withdrawn() != null);
      return new Begun(
          begun,
          begun.stream().map(Version::name).toList().indexOf(version),
          withdrawn.map(Version::name).toList(),
          known);
    }

    /** It binds, and no later one does. */
    String bound() {
      return asked < 0
          ? "false"
          : IntStream.range(asked, versions.size())
              .mapToObj(i -> (i == asked ? "" : "NOT ") + binds(i))
              .collect(Collectors.joining(" AND "));
    }

    /** It binds, and nobody's act accepted it or what it corrects. */
    String byNotice() {
      var lineage = lineage();
      return lineage.isEmpty() || !noticed(versions.get(lineage.getLast()))
          ? "false"
          : bound()
              + lineage.stream().map(i -> " AND NOT " + accepted(i)).collect(Collectors.joining());
    }

    String leftOut() {
      return asked >= 0
              && asked == versions.size() - 1
              && withdrawn.isEmpty()
              && noticed(versions.get(asked))
              && versions.get(asked).effectiveAt() != null
          ? "\n" + numbered(LEFT_OUT, asked)
          : "";
    }

    Map<String, Object> parameters() {
      var parameters = new HashMap<String, Object>();
      parameters.put("withdrawn", withdrawn.toArray(String[]::new));
      for (int i = 0; i < versions.size(); i++) {
        parameters.put("version" + i, versions.get(i).name());
        var start = versions.get(i).effectiveAt();
        if (start != null) {
          parameters.put("start" + i, Timestamps.of(start));
        }
      }
      return parameters;
    }

    private String binds(int i) {
      var version = versions.get(i);
      if (version.effectiveAt() == null) {
        return accepted(i);
      }
      if (version.kind() == VersionKind.EDITORIAL) {
        int corrected = corrected(i);
        var inherited = corrected < 0 ? "false" : binds(corrected);
        return numbered("(" + LIVED + " AND (", i) + accepted(i) + " OR " + inherited + "))";
      }
      return noticed(version)
          ? numbered("(" + LIVED + " AND (" + agreedBefore() + " OR ", i) + accepted(i) + "))"
          : numbered("(" + LIVED + " AND ", i) + accepted(i) + ")";
    }

    private String accepted(int i) {
      return numbered(ACCEPTED.formatted(ACT.formatted(known, "")), i);
    }

    private String agreedBefore() {
      return withdrawn.isEmpty() ? AGREED_BEFORE : TO_WHAT_STANDS.formatted(AGREED_BEFORE, known);
    }

    /** Whether it binds without an act on a ground of its own. */
    private static boolean noticed(Version version) {
      return version.kind() != VersionKind.EDITORIAL && version.bindsWithoutAct();
    }

    /** The place of the version that one corrects; -1 when it is no correction. */
    private int corrected(int i) {
      var version = versions.get(i);
      return version.kind() == VersionKind.EDITORIAL
          ? versions.stream().map(Version::name).toList().indexOf(version.predecessor())
          : -1;
    }

    /** The places of the version asked about and of those that it corrects. */
    private List<Integer> lineage() {
      return IntStream.iterate(asked, i -> i >= 0, this::corrected).boxed().toList();
    }
  }

  private static String numbered(String sql, int i) {
    return sql.replace("#", Integer.toString(i));
  }
}
