package dev.keiyaku.contract.campaign;

/**
 * Whom a campaign asks: the question, and what its answer was when it was frozen.
 *
 * @param position the global index up to which the read side had read events when it answered
 * @param sha256 over the ids of the subscriptions, sorted by their bytes, each followed by a line
 *     feed, as UTF-8; lower-case hex
 * @param size how many they are
 */
public record Cohort(CohortQuery query, long position, String sha256, long size) {}
