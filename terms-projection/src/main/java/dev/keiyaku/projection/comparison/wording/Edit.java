package dev.keiyaku.projection.comparison.wording;

/**
 * Words for words.
 *
 * @param from verbatim; empty when only something is inserted
 * @param to verbatim; empty when only something is deleted
 */
public record Edit(String from, String to) {}
