package dev.keiyaku.subscription.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A clause as an answer quotes it: the Japanese words of its version, never a paraphrase.
 *
 * @param article as a person cites it, such as 第15条1項(4)
 * @param text verbatim; null when the source leaves it out
 * @param sha256 the node's content hash, lower-case hex
 */
public record Clause(
    String document,
    String version,
    String path,
    String article,
    @Nullable String text,
    String sha256) {}
