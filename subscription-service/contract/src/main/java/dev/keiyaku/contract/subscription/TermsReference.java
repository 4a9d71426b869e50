package dev.keiyaku.contract.subscription;

/**
 * A version of the terms, by name and by content.
 *
 * @param contentSha256 lower-case hex
 */
public record TermsReference(String document, String version, String contentSha256) {}
