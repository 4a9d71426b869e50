package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Binding;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.consent.known.KnownContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands to a version.
 *
 * @param standings all that hold
 * @param accepted the act that accepts the version; null when none does
 * @param binding what binds it, computed
 */
record StandingAnswer(
    String subscriptionId,
    String subscriberId,
    Product product,
    @Nullable String belongsToIsp,
    List<Standing> standings,
    @Nullable Acceptance accepted,
    Binding binding) {

  static StandingAnswer of(
      KnownContract contract, String document, TermsHistory terms, String version, Instant at) {
    var binding =
        new Bindings(document, terms)
            .of(contract.beginsAt(), contract.endsAt(), contract.acceptances(), at);
    return new StandingAnswer(
        contract.subscriptionId(),
        contract.subscriberId(),
        contract.product(),
        contract.belongsToIsp(),
        Standing.of(contract, binding, version, at),
        Standing.act(contract, document, version, at).orElse(null),
        binding);
  }
}
