package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.comparison.table.ClauseComparison;
import dev.keiyaku.projection.comparison.table.ClauseComparison.Clause;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.consent.clause.SubscriptionClauses.Whole;
import dev.keiyaku.projection.consent.known.KnownAct;
import dev.keiyaku.projection.consent.known.KnownContract;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a contract's acts beside what binds it, clause by clause; versions are aligned once. */
final class ClausesOfContract {

  private final TermsHistory terms;
  private final Instant asOf;
  private final @Nullable Instant knownAt;
  private final AgreedClauses.Of agreed;
  private final Map<List<String>, ClauseComparison> compared = new HashMap<>();

  ClausesOfContract(
      TermsHistory terms, Instant asOf, @Nullable Instant knownAt, AgreedClauses.Of agreed) {
    this.terms = terms;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.agreed = agreed;
  }

  SubscriptionClauses of(KnownContract contract, List<String> paths) {
    var document = contract.product().document();
    var binding =
        new Bindings(document, terms)
            .of(contract.beginsAt(), contract.endsAt(), contract.acceptances(), asOf);
    var bound = Optional.ofNullable(binding.version()).flatMap(terms::version).orElse(null);
    return new SubscriptionClauses(
        contract.subscriptionId(),
        contract.subscriberId(),
        contract.product(),
        contract.belongsToIsp(),
        asOf,
        knownAt,
        whole(contract, document, bound),
        binding,
        paths.stream().map(path -> clause(contract, document, path, bound)).toList());
  }

  private Whole whole(KnownContract contract, String document, @Nullable Version bound) {
    var accepted =
        contract.acts().stream()
            .map(KnownAct::acceptance)
            .filter(act -> act.terms().document().equals(document) && act.madeBy(asOf))
            .reduce((earlier, later) -> later)
            .orElse(null);
    if (accepted == null || bound == null) {
      return new Whole(accepted, hash(bound), null, null);
    }
    var differs = !accepted.terms().contentSha256().equals(hash(bound));
    return new Whole(accepted, hash(bound), differs, differs ? link(accepted, bound) : null);
  }

  private static @Nullable String hash(@Nullable Version version) {
    return version == null ? null : version.published().contentSha256();
  }

  private static String link(Acceptance accepted, Version bound) {
    return "/v1/terms/%s/comparison?from=%s&to=%s"
        .formatted(accepted.terms().document(), accepted.terms().version(), bound.name());
  }

  private ClauseAnswer clause(
      KnownContract contract, String document, String path, @Nullable Version bound) {
    var act = new ClauseActs(document, terms, path).latest(contract, asOf, null);
    var accepted =
        act.map(made -> agreed.consent(contract.subscriptionId(), made, path, terms)).orElse(null);
    var old = act.flatMap(made -> terms.version(made.version())).orElse(null);
    if (bound == null) {
      return new ClauseAnswer(path, accepted, null, null, null);
    }
    var clause = old == null ? compared(bound, bound).to(path) : compared(old, bound).from(path);
    var binding = clause.flatMap(found -> words(document, found, bound)).orElse(null);
    return new ClauseAnswer(
        path,
        accepted,
        binding,
        accepted == null ? null : clause.map(Clause::differs).orElse(null),
        accepted == null ? null : clause.map(Clause::row).orElse(null));
  }

  /** Where the clause stands in the version that binds. */
  private Optional<ClauseText> words(String document, Clause clause, Version bound) {
    return Optional.ofNullable(clause.row().to())
        .map(cell -> cell.paths().getFirst())
        .map(now -> ClauseText.of(AgreedClauses.Of.of(document, bound.name(), now, terms), terms));
  }

  private ClauseComparison compared(Version from, Version to) {
    return compared.computeIfAbsent(
        List.of(from.name(), to.name()),
        _ -> ClauseComparison.of(from.published().content(), to.published().content()));
  }
}
