package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;

/**
 * The act that agrees to a clause, and to which words.
 *
 * @param number 1 to 6 when the act lists the clause itself; 0 when it accepts the terms as a whole
 * @param clause the words agreed to, with the hash that the act carries
 * @param acceptedAt when, UTC, after corrections
 */
public record ClauseConsent(
    int number,
    ClauseText clause,
    AcceptanceBasis basis,
    String acceptanceId,
    String eventId,
    Instant acceptedAt) {}
