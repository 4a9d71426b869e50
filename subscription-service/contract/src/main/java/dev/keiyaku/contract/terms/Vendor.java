package dev.keiyaku.contract.terms;

/**
 * The vendor whom a version names.
 *
 * @param name the legal name, verbatim
 */
public record Vendor(String name) {}
