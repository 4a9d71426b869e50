package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.consent.clause.ClauseActs;
import dev.keiyaku.projection.consent.clause.ItemClause;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link ClauseActs} in SQL, over all acts: whose consent to a clause is to words of some versions.
 * The versions are few and chosen in Java; their acts are a range of an index.
 *
 * @param naming the versions whose words are meant
 * @param latest whether only the last act that agrees to the clause counts, else any
 * @param basis of the acts that count; null for all
 */
record ClauseHolders(
    ClauseActs clause,
    List<Version> naming,
    boolean latest,
    @Nullable AcceptanceBasis basis,
    Instant asOf,
    Knowing knowing) {

  private static final String AGREES = "#.document = :document AND #.accepted_at <= :at AND ";

  private static final String LATER =
      """
      EXISTS (SELECT FROM projection.known_act later
        WHERE later.subscription_id = a.subscription_id AND later.version = ANY (:counting)
          AND (later.accepted_at, later.sequence) > (a.accepted_at, a.sequence) AND %s)\
      """;

  /** One row a subscription: of several acts that match, the last. */
  Walk among(Among among) {
    var document = clause.document();
    var parameters = new HashMap<>(knowing.parameters());
    parameters.putAll(among.parameters(document));
    parameters.put("document", document);
    parameters.put("at", Timestamps.of(asOf));
    parameters.put("named", names(naming));
    parameters.put("counting", names(latest ? clause.versions() : naming));
    ItemClause.number(clause.path()).ifPresent(item -> parameters.put("item", item));
    if (basis != null) {
      parameters.put("basis", basis.name());
    }
    if (naming.size() == 1) {
      parameters.put("onlyNamed", naming.getFirst().name());
    }
    // One version is a range of the index in the order of pages; several are not.
    var named = naming.size() == 1 ? "a.version = :onlyNamed" : "a.version = ANY (:named)";
    return new Walk(
        "projection.known_act a",
        "a.subscription_id",
        false,
        named
            + " AND "
            + agrees("a")
            + " AND NOT "
            + LATER.formatted(agrees("later"))
            + contract(among.sql(document)),
        parameters);
  }

  private static String[] names(List<Version> versions) {
    return versions.stream().map(Version::name).toArray(String[]::new);
  }

  private String agrees(String alias) {
    return AGREES.replace("#", alias)
        + knowing.sql(alias)
        + (basis == null ? "" : " AND " + alias + ".basis = :basis")
        + (ItemClause.number(clause.path()).isEmpty()
            ? ""
            : " AND :item = ANY (" + alias + ".items)");
  }

  private String contract(String meant) {
    return meant.isEmpty()
        ? ""
        : " AND EXISTS (SELECT FROM projection.known_contract c"
            + " WHERE c.subscription_id = a.subscription_id AND "
            + knowing.sql("c")
            + meant
            + ")";
  }
}
