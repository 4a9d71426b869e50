package dev.keiyaku.projection.operations;

import org.jspecify.annotations.Nullable;

/**
 * What came of an operation.
 *
 * @param id the letter that was named
 * @param stream the stream that it is of; all its letters are tried together, in order
 * @param before how many letters of the stream there were
 * @param handled how many of them are handled now
 * @param discarded how many of them were given up
 * @param remaining how many still wait
 * @param cause what failed, if the first that remains failed again
 */
record Outcome(
    String id,
    String stream,
    long before,
    long handled,
    long discarded,
    long remaining,
    @Nullable String cause) {}
