package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.comparison.wording.Normalised;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.consent.clause.ClauseActs;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.consent.known.KnownAct;
import dev.keiyaku.projection.consent.known.KnownContract;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cohorts of campaigns: the bulk questions, asked of everybody at once. The same question has the
 * same answer whenever it is asked, since both its times are said.
 */
@Component
public class Cohorts {

  private final JdbcClient jdbc;
  private final TermsCatalogue catalogue;

  Cohorts(JdbcClient jdbc, TermsCatalogue catalogue) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
  }

  /**
   * The ids that a question selects.
   *
   * @param sql a query of one column {@code subscription_id}, each once
   * @param parameters what it takes by name
   */
  public record Selected(String sql, Map<String, Object> parameters) {}

  /**
   * The question in SQL. In the transaction that runs it.
   *
   * @throws Problem NOT_FOUND when the document or version was not known then, INVALID_FIELD when
   *     no version has the clause or the words are blanks alone
   */
  public Selected selected(CohortQuery query) {
    Walk.planForTheValues(jdbc);
    var walk = query.path() == null ? standing(query) : clause(query, query.path());
    return new Selected(walk.all(), walk.parameters());
  }

  /** Whether a contract, as it was known at the question's recorded instant, is selected. */
  public boolean holds(CohortQuery query, KnownContract contract) {
    var meant =
        contract.product().document().equals(query.document())
            && (query.product() == null || contract.product().name().equals(query.product()))
            && (query.isp() == null || query.isp().equals(contract.belongsToIsp()));
    return meant
        && (query.path() == null
            ? standingHolds(query, contract)
            : clauseHolds(query, query.path(), contract));
  }

  private Walk standing(CohortQuery query) {
    var version = Objects.requireNonNull(query.version());
    if (known(query).version(version).isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    var standing = Standing.valueOf(Objects.requireNonNull(query.standing()));
    var question =
        new Standings.Question(
            query.document(), version, standing, query.asOf(), query.knownAt(), among(query));
    return Standings.walk(question, catalogue.of(query.document()), new Knowing(query.knownAt()));
  }

  private Walk clause(CohortQuery query, String path) {
    var acts = acts(query, path);
    return new ClauseHolders(
            acts,
            query.words() == null ? acts.versions() : acts.naming(query.words()),
            !Boolean.FALSE.equals(query.latest()),
            basis(query),
            query.asOf(),
            new Knowing(query.knownAt()))
        .among(among(query));
  }

  private boolean standingHolds(CohortQuery query, KnownContract contract) {
    var binding =
        new Bindings(query.document(), known(query))
            .of(contract.beginsAt(), contract.endsAt(), contract.acceptances(), query.asOf());
    return Standing.valueOf(Objects.requireNonNull(query.standing()))
        .holds(contract, binding, Objects.requireNonNull(query.version()), query.asOf());
  }

  private boolean clauseHolds(CohortQuery query, String path, KnownContract contract) {
    var clause = acts(query, path);
    var named =
        (query.words() == null ? clause.versions() : clause.naming(query.words()))
            .stream().map(TermsHistory.Version::name).toList();
    var agreeing =
        contract.acts().stream()
            .filter(act -> act.acceptance().madeBy(query.asOf()))
            .filter(act -> basis(query) == null || basis(query) == act.acceptance().basis())
            .filter(clause::agreedBy)
            .toList();
    return Boolean.FALSE.equals(query.latest())
        ? agreeing.stream().anyMatch(act -> named.contains(act.version()))
        : agreeing.stream()
            .max(KnownAct.BY_TIME)
            .filter(a -> named.contains(a.version()))
            .isPresent();
  }

  private ClauseActs acts(CohortQuery query, String path) {
    var terms = known(query);
    if (terms.all().isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    var clause = new ClauseActs(query.document(), terms, path);
    if (clause.versions().isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("path", "unknown-value");
    }
    if (query.words() != null && Normalised.words(query.words()).isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("words", "blank");
    }
    return clause;
  }

  private TermsHistory known(CohortQuery query) {
    return catalogue.of(query.document()).knownAt(query.knownAt());
  }

  private static @Nullable AcceptanceBasis basis(CohortQuery query) {
    return query.basis() == null ? null : AcceptanceBasis.valueOf(query.basis());
  }

  private static Among among(CohortQuery query) {
    var product = query.product() == null ? null : Product.valueOf(query.product());
    return new Among(null, query.isp(), product, "", 0);
  }

  /** How a cohort may stand to a version, by name. */
  public static List<String> standings() {
    return List.of(Standing.values()).stream().map(Standing::name).toList();
  }
}
