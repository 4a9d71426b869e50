package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
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

  private static final String LIVED =
      "(account.ends_at IS NULL OR account.ends_at > :boundStart#) AND ";

  /**
   * Where a later version binds without an act, an earlier one binds only who had left before, or
   * accepted it afterwards. That follows from the rest, and names few rows out of a million.
   */
  private static final String LEFT_OR_LATE =
      """
       AND account.subscription_id = ANY (ARRAY(
        SELECT ended.subscription_id FROM projection.account ended
        WHERE ended.ends_at <= :boundStart#
        UNION ALL
        SELECT late.subscription_id FROM projection.acceptance late
        WHERE late.version = :boundVersion0 AND late.accepted_at >= :boundStart#))
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
    var first = begun.stream().map(Version::name).toList().indexOf(version);
    if (first < 0) {
      return new BoundBy("false", Map.of());
    }
    var itAndLater = begun.subList(first, begun.size());
    var parameters = parameters(itAndLater);
    parameters.put("boundDocument", document);
    parameters.put("boundAt", at.atOffset(ZoneOffset.UTC));
    return new BoundBy(condition(itAndLater), Map.copyOf(parameters));
  }

  private static String condition(List<Version> itAndLater) {
    var conditions = new ArrayList<>(List.of("account.begins_at <= :boundAt"));
    for (int i = 0; i < itAndLater.size(); i++) {
      var binds = "(" + binds(itAndLater.get(i)).replace("#", Integer.toString(i)) + ")";
      conditions.add(i == 0 ? binds : "NOT " + binds);
    }
    return String.join(" AND ", conditions) + leftOrLate(itAndLater);
  }

  private static String binds(Version version) {
    if (version.effectiveAt() == null) {
      return ACCEPTED.formatted("");
    }
    return LIVED + ACCEPTED.formatted(version.bindsWithoutAct() ? AGREED_BEFORE : "");
  }

  private static String leftOrLate(List<Version> itAndLater) {
    for (int i = 1; i < itAndLater.size(); i++) {
      if (itAndLater.get(i).bindsWithoutAct() && itAndLater.get(i).effectiveAt() != null) {
        return LEFT_OR_LATE.replace("#", Integer.toString(i));
      }
    }
    return "";
  }

  private static Map<String, Object> parameters(List<Version> itAndLater) {
    var parameters = new HashMap<String, Object>();
    for (int i = 0; i < itAndLater.size(); i++) {
      parameters.put("boundVersion" + i, itAndLater.get(i).name());
      var start = itAndLater.get(i).effectiveAt();
      if (start != null) {
        parameters.put("boundStart" + i, start.atOffset(ZoneOffset.UTC));
      }
    }
    return parameters;
  }
}
