package dev.keiyaku.contract.terms;

/**
 * A document that governs what the terms leave open (第2条 2); where they differ, the terms win (第2条
 * 3).
 *
 * @param title its title, verbatim as this version writes it
 * @param path the node that names it
 */
public record GoverningDocument(String title, String path) {}
