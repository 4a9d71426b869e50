package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.consent.known.KnownContracts;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The clauses of subscriptions, as of an instant and as known at another, from one snapshot. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Clauses {

  private final KnownContracts contracts;
  private final AgreedClauses agreed;
  private final TermsCatalogue catalogue;

  Clauses(KnownContracts contracts, AgreedClauses agreed, TermsCatalogue catalogue) {
    this.contracts = contracts;
    this.agreed = agreed;
    this.catalogue = catalogue;
  }

  /**
   * A question.
   *
   * @param document of these terms alone; null for all
   * @param path of this clause; null for the items of 第7条 1
   * @param asOf the effective instant, UTC
   * @param knownAt the recorded one, UTC; null for everything
   */
  record Question(
      @Nullable String document, @Nullable String path, Instant asOf, @Nullable Instant knownAt) {}

  /**
   * Of a subscription; nothing when there is none that the caller sees and that was known then.
   *
   * @throws Problem INVALID_FIELD when no version has the clause
   */
  List<SubscriptionClauses> ofSubscription(Caller caller, String id, Question asked) {
    return of(caller, List.of(id), asked);
  }

  /**
   * Of all subscriptions of a subscriber that the caller sees and that were known then.
   *
   * @throws Problem INVALID_FIELD when no version has the clause
   */
  List<SubscriptionClauses> ofSubscriber(Caller caller, String subscriberId, Question asked) {
    return of(caller, contracts.idsOfSubscriber(subscriberId), asked);
  }

  private List<SubscriptionClauses> of(Caller caller, List<String> ids, Question asked) {
    var found =
        contracts.of(ids, new Knowing(asked.knownAt())).stream()
            .filter(contract -> caller.sees(contract.belongsToIsp()))
            .filter(contract ->
                asked.document() == null || asked.document().equals(contract.product().document()))
            .toList();
    var clauses = agreed.of(ids);
    Map<String, ClausesOfContract> byDocument = new HashMap<>();
    return found.stream()
        .map(contract -> {
          var document = contract.product().document();
          return byDocument
              .computeIfAbsent(
                  document,
                  _ ->
                      new ClausesOfContract(
                          known(document, asked), asked.asOf(), asked.knownAt(), clauses))
              .of(contract, asked.path() == null ? ItemClause.paths() : List.of(asked.path()));
        })
        .toList();
  }

  private TermsHistory known(String document, Question asked) {
    var all = catalogue.of(document);
    var terms = asked.knownAt() == null ? all : all.knownAt(asked.knownAt());
    var path = asked.path();
    if (path != null && new ClauseActs(document, terms, path).versions().isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("path", "unknown-value");
    }
    return terms;
  }
}
