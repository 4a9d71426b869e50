package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.consent.known.Knowing;
import dev.keiyaku.projection.consent.known.KnownContract;
import dev.keiyaku.projection.consent.known.KnownContracts;
import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Who stands how to a version of the terms, among all subscriptions. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Standings {

  private final JdbcClient jdbc;
  private final KnownContracts contracts;
  private final TermsCatalogue catalogue;

  Standings(JdbcClient jdbc, KnownContracts contracts, TermsCatalogue catalogue) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.catalogue = catalogue;
  }

  /**
   * A question.
   *
   * @param asOf the effective instant, UTC
   * @param knownAt the recorded one, UTC; null for everything
   */
  record Question(
      String document,
      String version,
      Standing standing,
      Instant asOf,
      @Nullable Instant knownAt,
      Among among) {}

  /**
   * A page of the answer, in the order of ids.
   *
   * @throws Problem NOT_FOUND when the version was not known then
   */
  Page<StandingAnswer> page(Question asked) {
    var terms = known(asked);
    var document = asked.document();
    Walk.planForTheValues(jdbc);
    var knowing = new Knowing(asked.knownAt());
    var walk = walk(asked, catalogue.of(document), knowing);
    var ids = walk.ids(jdbc, asked.among());
    return Page.of(
            contracts.of(ids, knowing),
            asked.among().limit(),
            walk.count(jdbc, asked.among(), ids),
            KnownContract::subscriptionId)
        .map(found -> StandingAnswer.of(found, document, terms, asked.version(), asked.asOf()));
  }

  static Walk walk(Question asked, TermsHistory published, Knowing knowing) {
    var condition =
        StandingCondition.of(
            asked.standing(), asked.document(), published, asked.version(), asked.asOf(), knowing);
    var parameters = new HashMap<>(condition.parameters());
    parameters.putAll(asked.among().parameters(asked.document()));
    var meant = asked.among().sql(asked.document());
    return asked.standing() == Standing.EXPLICITLY_ACCEPTED && !asked.among().ofAnIsp()
        ? new Walk(
            "projection.known_act a",
            "a.subscription_id",
            true,
            StandingCondition.explicitlyAccepted(knowing, meant),
            parameters)
        : new Walk(
            "projection.known_contract c",
            "c.subscription_id",
            false,
            knowing.sql("c") + meant + " AND " + condition.sql(),
            parameters);
  }

  private TermsHistory known(Question asked) {
    var all = catalogue.of(asked.document());
    var terms = asked.knownAt() == null ? all : all.knownAt(asked.knownAt());
    if (terms.version(asked.version()).isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return terms;
  }
}
