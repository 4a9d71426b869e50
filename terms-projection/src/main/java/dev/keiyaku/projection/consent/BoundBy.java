package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Bindings} in SQL, for search: the subscriptions that a version binds at an instant. Which
 * versions have begun, in which order, and which bind without an act is decided in Java; the rows
 * say what was accepted.
 *
 * @param sql a condition on a row {@code account} of {@code projection.account}
 * @param parameters what it takes by name
 */
public record BoundBy(String sql, Map<String, Object> parameters) {

  private static final String ACCEPTED =
      """
      EXISTS (SELECT FROM projection.acceptance act
        WHERE act.subscription_id = account.subscription_id AND act.document = :boundDocument
          AND (act.version = :boundVersion# AND act.accepted_at <= :boundAt
                 AND (account.ends_at IS NULL OR act.accepted_at < account.ends_at) %s))
      """;

  private static final String AGREED_BEFORE = "OR act.accepted_at < :boundStart#";

  /** Whoever accepted a version ahead that was then withdrawn agreed to nothing by that. */
  private static final String TO_WHAT_STANDS = " AND act.version NOT IN (:boundWithdrawn)";

  private static final String LIVED =
      "(account.ends_at IS NULL OR account.ends_at > :boundStart#) AND ";

  /**
   * Where a later version binds without an act, an earlier one binds only who had left before, or
   * accepted it, or what it corrects, afterwards. That follows from the rest, and names few rows
   * out of a million.
   */
  private static final String LEFT_OR_LATE =
      """
       AND account.subscription_id = ANY (ARRAY(
        SELECT ended.subscription_id FROM projection.account ended
        WHERE ended.ends_at <= :boundStart#
        UNION ALL
        SELECT late.subscription_id FROM projection.acceptance late
        WHERE late.version IN (:boundLineage) AND late.accepted_at >= :boundStart#))
      """;

  /** Where the next version corrects the one asked for, that binds only who had left before. */
  private static final String LEFT =
      """
       AND account.subscription_id = ANY (ARRAY(
        SELECT ended.subscription_id FROM projection.account ended
        WHERE ended.ends_at <= :boundStart#))
      """;

  /**
   * The condition that a version binds.
   *
   * @param terms what is known of the document
   * @param version the version that is to bind
   * @param at the effective instant asked, UTC
   */
  public static BoundBy of(String document, TermsHistory terms, String version, Instant at) {
    var begun = Bindings.begun(terms.versions(), at);
    var asked = begun.stream().map(Version::name).toList().indexOf(version);
    if (asked < 0) {
      return new BoundBy("false", Map.of());
    }
    var parameters = parameters(begun);
    parameters.put("boundDocument", document);
    parameters.put("boundAt", at.atOffset(ZoneOffset.UTC));
    parameters.put("boundLineage", lineage(begun, asked));
    var withdrawn = withdrawn(terms);
    parameters.put("boundWithdrawn", withdrawn);
    var condition = condition(begun, asked);
    return new BoundBy(
        withdrawn.isEmpty() ? condition.replace(TO_WHAT_STANDS, "") : condition,
        Map.copyOf(parameters));
  }

  private static String condition(List<Version> begun, int asked) {
    var conditions = new ArrayList<>(List.of("account.begins_at <= :boundAt"));
    for (int i = asked; i < begun.size(); i++) {
      var binds = "(" + binds(begun, i) + ")";
      conditions.add(i == asked ? binds : "NOT " + binds);
    }
    return String.join(" AND ", conditions) + few(begun, asked);
  }

  private static String binds(List<Version> begun, int i) {
    var version = begun.get(i);
    if (version.effectiveAt() == null) {
      return numbered(ACCEPTED.formatted(""), i);
    }
    int corrected = corrected(begun, i);
    if (corrected >= 0) {
      return numbered(LIVED + "(" + ACCEPTED.formatted("") + " OR ", i)
          + binds(begun, corrected)
          + ")";
    }
    return numbered(
        LIVED + ACCEPTED.formatted(version.bindsWithoutAct() ? AGREED_BEFORE + TO_WHAT_STANDS : ""),
        i);
  }

  /** The place of the version that one corrects; -1 when it is no correction. */
  private static int corrected(List<Version> begun, int i) {
    var version = begun.get(i);
    return version.kind() == VersionKind.EDITORIAL
        ? begun.stream().map(Version::name).toList().indexOf(version.predecessor())
        : -1;
  }

  /** A version with those that it corrects. */
  private static List<String> lineage(List<Version> begun, int asked) {
    var names = new ArrayList<String>();
    for (int i = asked; i >= 0; i = corrected(begun, i)) {
      names.add(begun.get(i).name());
    }
    return names;
  }

  private static String few(List<Version> begun, int asked) {
    if (asked + 1 < begun.size() && corrected(begun, asked + 1) == asked) {
      return numbered(LEFT, asked + 1);
    }
    for (int i = asked + 1; i < begun.size(); i++) {
      if (begun.get(i).bindsWithoutAct() && begun.get(i).effectiveAt() != null) {
        return numbered(LEFT_OR_LATE, i);
      }
    }
    return "";
  }

  private static String numbered(String condition, int i) {
    return condition.replace("#", Integer.toString(i));
  }

  private static Map<String, Object> parameters(List<Version> begun) {
    var parameters = new HashMap<String, Object>();
    for (int i = 0; i < begun.size(); i++) {
      parameters.put("boundVersion" + i, begun.get(i).name());
      var start = begun.get(i).effectiveAt();
      if (start != null) {
        parameters.put("boundStart" + i, start.atOffset(ZoneOffset.UTC));
      }
    }
    return parameters;
  }

  private static List<String> withdrawn(TermsHistory terms) {
    return terms.all().stream()
        .filter(version -> version.withdrawn() != null)
        .map(Version::name)
        .toList();
  }
}
