package dev.keiyaku.contract.terms;

import org.jspecify.annotations.Nullable;

/**
 * What a notified rule is: its hash is of this.
 *
 * @param text its words, verbatim; null when it is a document
 * @param document its document; null when its words are given
 */
public record RuleContent(
    String title, RuleIssuer issuer, @Nullable String text, @Nullable RuleDocument document) {

  /**
   * A document by its bytes.
   *
   * @param mediaType such as {@code application/pdf}
   * @param sha256 of the bytes, lower-case hex
   */
  public record RuleDocument(String mediaType, String sha256) {}
}
