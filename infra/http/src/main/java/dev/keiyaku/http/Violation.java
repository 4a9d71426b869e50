package dev.keiyaku.http;

/**
 * What is wrong with one field.
 *
 * @param path where, for example {@code networkContract.plan} or {@code items[2]}
 * @param code why; its text is {@code violation.<code>} of the problem texts
 */
public record Violation(String path, String code) {}
