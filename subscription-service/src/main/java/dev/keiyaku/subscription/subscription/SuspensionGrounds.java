package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.terms.TermsHistory;
import java.time.Instant;

/**
 * The closed list of 第15条 1. A suspension cites the words of the version in force at its start:
 * item (4) names another vendor in each.
 */
record SuspensionGrounds(TermsHistory history, Product product) {

  /** The ground's clause for a suspension that starts at an instant. */
  ClauseReference cited(SuspensionGround ground, Instant start) {
    return Clauses.inForce(history, product.document(), start).at(ground.path());
  }
}
