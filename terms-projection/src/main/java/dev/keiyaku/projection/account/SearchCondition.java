package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.projection.consent.BoundBy;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as a condition on {@code projection.account account}. A status is a condition on the
 * intervals of the rows, at the instant asked, in a form that indexes serve (ADR 0061); a property
 * test holds it against the fold.
 */
final class SearchCondition {

  private static final String BEGUN = "account.begins_at <= :at";
  private static final String NOT_ENDED = "(account.ends_at IS NULL OR account.ends_at > :at)";
  private static final String IN_USE =
      BEGUN + " AND " + NOT_ENDED + " AND account.activated_at <= :at";
  private static final String OPEN =
      "projection.suspension s WHERE s.during @> CAST(:at AS timestamptz)";

  /** Few are suspended: they are found first, and the accounts by their keys. */
  private static final String SUSPENDED =
      "account.subscription_id = ANY (ARRAY(SELECT s.subscription_id FROM " + OPEN;

  /** Few are flagged, too. */
  private static final String FLAGGED =
      "account.subscription_id = ANY (ARRAY(SELECT f.subscription_id FROM projection.flag f"
          + " WHERE f.during @> CAST(:at AS timestamptz) AND f.kind = :flag))";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  SearchCondition(Search search, TermsCatalogue terms) {
    parameters.put("at", Timestamps.of(search.asOf()));
    equal("account.belongs_to_isp", "visibleIsp", search.visibleIsp());
    equal("account.subscriber_id", "subscriberId", search.subscriberId());
    equal("account.belongs_to_isp", "isp", search.isp());
    equal("account.product", "product", name(search.product()));
    if (search.status() != null) {
      conditions.add(status(search.status()));
    }
    if (search.ground() != null) {
      parameters.put("ground", search.ground().name());
      conditions.add(
          BEGUN + " AND " + NOT_ENDED + " AND " + SUSPENDED + " AND s.ground = :ground))");
    }
    if (search.acceptedVersion() != null) {
      accepted(search.acceptedVersion());
    }
    if (search.boundBy() != null) {
      bound(search, search.boundBy(), terms);
    }
    if (search.flag() != null) {
      parameters.put("flag", search.flag().name());
      conditions.add(BEGUN + " AND " + NOT_ENDED + " AND " + FLAGGED);
    }
  }

  /** To follow {@code WHERE}. */
  String sql() {
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  static String status(Status status) {
    return switch (status) {
      case VOIDED -> "account.begins_at IS NULL";
      case NONE -> "account.begins_at > :at";
      case CANCELLED -> BEGUN + " AND account.ends_at <= :at";
      case APPLIED ->
          BEGUN
              + " AND "
              + NOT_ENDED
              + " AND COALESCE(account.activated_at, 'infinity'::timestamptz) > :at";
      case SUSPENDED -> IN_USE + " AND " + SUSPENDED + "))";
      case ACTIVE ->
          IN_USE
              + " AND NOT EXISTS (SELECT FROM "
              + OPEN
              + " AND s.subscription_id = account.subscription_id)";
    };
  }

  private void equal(String column, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
      conditions.add(column + " = :" + name);
    }
  }

  private void accepted(String version) {
    parameters.put("acceptedVersion", version);
    conditions.add(
        """
        EXISTS (SELECT FROM projection.acceptance a
          WHERE a.subscription_id = account.subscription_id AND a.version = :acceptedVersion
            AND a.accepted_at <= :at AND (a.superseded_at IS NULL OR a.superseded_at > :at))
        """);
  }

  private void bound(Search search, String version, TermsCatalogue terms) {
    var document = Product.MYSECURE.document();
    var boundBy = BoundBy.of(document, terms.of(document), version, search.asOf());
    parameters.putAll(boundBy.parameters());
    conditions.add(boundBy.sql());
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
