package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link Bindings} in SQL, for search: the subscriptions that a version binds at an instant. Which
 * versions have begun, in which order, and which bind without an act is decided in Java; the rows
 * say what was accepted.
 */
public final class BoundBy {

  /**
   * A condition on a row {@code account} of {@code projection.account}; takes {@link #parameters}.
   */
  public static final String CONDITION =
      """
      account.begins_at <= :boundAt AND :boundVersion = (
        SELECT v.name
        FROM unnest(CAST(:boundNames AS text[]), CAST(:boundStarts AS timestamptz[]),
                    CAST(:boundWithoutAct AS boolean[]))
             WITH ORDINALITY AS v (name, starts_at, without_act, rank)
        WHERE (v.starts_at IS NULL OR account.ends_at IS NULL OR v.starts_at < account.ends_at)
          AND EXISTS (
            SELECT FROM projection.acceptance act
            WHERE act.subscription_id = account.subscription_id AND act.document = :boundDocument
              AND (act.version = v.name AND act.accepted_at <= :boundAt
                     AND (account.ends_at IS NULL OR act.accepted_at < account.ends_at)
                   OR v.without_act AND act.accepted_at < v.starts_at))
        ORDER BY v.rank DESC LIMIT 1)
      """;

  private BoundBy() {}

  /**
   * The parameters of {@link #CONDITION}.
   *
   * @param terms what is known of the document
   * @param version the version that is to bind
   * @param at the effective instant asked, UTC
   */
  public static Map<String, Object> parameters(
      String document, TermsHistory terms, String version, Instant at) {
    var begun = Bindings.begun(terms.versions(), at);
    return Map.of(
        "boundDocument", document,
        "boundVersion", version,
        "boundAt", at.atOffset(ZoneOffset.UTC),
        "boundNames", texts(begun, Version::name),
        "boundStarts", texts(begun, BoundBy::start),
        "boundWithoutAct", texts(begun, each -> Boolean.toString(each.bindsWithoutAct())));
  }

  private static @Nullable String start(Version version) {
    var start = version.effectiveAt();
    return start == null ? null : start.toString();
  }

  private static @Nullable String[] texts(
      List<Version> versions, Function<Version, @Nullable String> text) {
    return versions.stream().map(text).toArray(String[]::new);
  }
}
