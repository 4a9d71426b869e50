package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.eventstore.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs from outside the stream.
 *
 * @param terms what is recorded of a terms document, by its name
 * @param backdating how late an entry may be
 */
public record Office(
    Function<String, TermsHistory> terms, Vault vault, Clock clock, Backdating backdating) {

  /** UTC, microseconds: what the store keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The versions of a document. */
  TermsHistory terms(String document) {
    return terms.apply(document);
  }

  /** The words that a clause reference names. */
  Clause clause(ClauseReference reference) {
    return terms(reference.document())
        .version(reference.version())
        .map(version -> new Clauses(version).shown(reference))
        .orElseThrow(() -> new IllegalStateException("No such clause: " + reference));
  }

  /** Seals the words that come with a command. */
  Sealer sealer(String subscriber, String subscriptionId, @Nullable FreeText reason) {
    return new Sealer(vault::seal, subscriber, subscriptionId, reason);
  }

  /** The same for somebody who is hardly known yet. */
  Sealer newcomersSealer(String subscriber, String subscriptionId, @Nullable FreeText reason) {
    return new Sealer(vault::sealFirst, subscriber, subscriptionId, reason);
  }
}
