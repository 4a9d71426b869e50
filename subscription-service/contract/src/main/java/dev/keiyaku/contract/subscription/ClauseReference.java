package dev.keiyaku.contract.subscription;

/**
 * A clause of a version, by path and by content.
 *
 * @param path such as {@code art15/p1/i4}
 * @param sha256 hash of the node's canonical content, lower-case hex
 */
public record ClauseReference(String document, String version, String path, String sha256) {}
