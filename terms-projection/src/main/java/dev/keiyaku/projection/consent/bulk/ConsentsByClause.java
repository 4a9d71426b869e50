package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.comparison.wording.Normalised;
import dev.keiyaku.projection.consent.bulk.ClauseHoldersPage.Holder;
import dev.keiyaku.projection.consent.clause.AgreedClauses;
import dev.keiyaku.projection.consent.clause.ClauseActs;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.consent.known.KnownAct;
import dev.keiyaku.projection.consent.known.KnownContract;
import dev.keiyaku.projection.consent.known.KnownContracts;
import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.terms.ClauseText;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Whose consent to a clause is to which words, among all. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ConsentsByClause {

  private final JdbcClient jdbc;
  private final KnownContracts contracts;
  private final AgreedClauses agreed;
  private final TermsCatalogue catalogue;

  ConsentsByClause(
      JdbcClient jdbc, KnownContracts contracts, AgreedClauses agreed, TermsCatalogue catalogue) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.agreed = agreed;
    this.catalogue = catalogue;
  }

  /**
   * A question.
   *
   * @param words that the words agreed to contain; null for any
   * @param basis of the acts that count; null for all
   * @param latest whether only the last of the acts that agree to the clause counts, else any
   * @param asOf the effective instant, UTC
   * @param knownAt the recorded one, UTC; null for everything
   */
  record Question(
      String document,
      String path,
      @Nullable String words,
      @Nullable AcceptanceBasis basis,
      boolean latest,
      Instant asOf,
      @Nullable Instant knownAt,
      Among among) {}

  /**
   * A page of the answer, in the order of ids.
   *
   * @throws Problem NOT_FOUND when nothing of the document was known then, INVALID_FIELD when no
   *     version has the clause or the words are blanks alone
   */
  ClauseHoldersPage page(Question asked) {
    var terms = known(asked);
    var clause = clause(asked, terms);
    var naming = naming(clause, asked.words());
    var knowing = new Knowing(asked.knownAt());
    Walk.planForTheValues(jdbc);
    var walk =
        new ClauseHolders(clause, naming, asked.latest(), asked.basis(), asked.asOf(), knowing)
            .among(asked.among());
    var ids = walk.ids(jdbc, asked.among());
    var found =
        Page.of(
            contracts.of(ids, knowing),
            asked.among().limit(),
            walk.count(jdbc, asked.among(), ids),
            KnownContract::subscriptionId);
    var clauses = agreed.of(ids);
    var page = found.map(contract -> holder(asked, contract, clause, naming, clauses));
    return new ClauseHoldersPage(
        asked.document(),
        asked.path(),
        asked.words(),
        asked.basis(),
        asked.latest(),
        asked.asOf(),
        asked.knownAt(),
        naming.stream().map(version -> words(clause, version)).toList(),
        page.items(),
        page.count(),
        page.next());
  }

  private static List<Version> naming(ClauseActs clause, @Nullable String words) {
    return words == null ? clause.versions() : clause.naming(words);
  }

  private static Holder holder(
      Question asked,
      KnownContract contract,
      ClauseActs clause,
      List<Version> naming,
      AgreedClauses.Of clauses) {
    var names = naming.stream().map(Version::name).toList();
    var act =
        contract.acts().stream()
            .filter(made -> made.acceptance().madeBy(asked.asOf()))
            .filter(made -> asked.basis() == null || asked.basis() == made.acceptance().basis())
            .filter(made -> clause.agreedBy(made) && names.contains(made.version()))
            .max(KnownAct.BY_TIME)
            .orElseThrow();
    return new Holder(
        contract.subscriptionId(),
        contract.subscriberId(),
        contract.product(),
        contract.belongsToIsp(),
        clauses.consent(contract.subscriptionId(), act, clause.path(), clause.terms()));
  }

  private static ClauseText words(ClauseActs clause, Version version) {
    var published = version.published();
    var sha256 = Objects.requireNonNullElse(published.nodeSha256().get(clause.path()), "");
    return ClauseText.of(
        new ClauseReference(clause.document(), version.name(), clause.path(), sha256),
        clause.terms());
  }

  private static ClauseActs clause(Question asked, TermsHistory terms) {
    var clause = new ClauseActs(asked.document(), terms, asked.path());
    if (clause.versions().isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("path", "unknown-value");
    }
    if (asked.words() != null && Normalised.words(asked.words()).isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("words", "blank");
    }
    return clause;
  }

  private TermsHistory known(Question asked) {
    var all = catalogue.of(asked.document());
    var terms = asked.knownAt() == null ? all : all.knownAt(asked.knownAt());
    if (terms.all().isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return terms;
  }
}
