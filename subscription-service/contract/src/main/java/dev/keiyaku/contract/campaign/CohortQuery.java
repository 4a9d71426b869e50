package dev.keiyaku.contract.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about all subscriptions, in the words of the bulk answers. Either {@code version} with
 * {@code standing}, or {@code path} with what narrows it. Both times are said, so that whoever asks
 * it again gets the same answer.
 *
 * @param standing how they stand to the version: {@code BOUND}, {@code EXPLICITLY_ACCEPTED}, {@code
 *     BOUND_BY_NOTICE} or {@code NOT_BOUND}
 * @param path of the clause that they agreed to
 * @param words that the words agreed to contain; null for any
 * @param basis of the acts that count, {@code EXPLICIT} or {@code IMPORTED_UNPROVEN}; null for all
 * @param latest whether only the last act that agrees to the clause counts; null without a path
 * @param isp that they belong to; null for all
 * @param product null for all
 * @param asOf the effective instant, UTC
 * @param knownAt the recorded one, UTC
 */
public record CohortQuery(
    String document,
    @Nullable String version,
    @Nullable String standing,
    @Nullable String path,
    @Nullable String words,
    @Nullable String basis,
    @Nullable Boolean latest,
    @Nullable String isp,
    @Nullable String product,
    Instant asOf,
    Instant knownAt) {}
