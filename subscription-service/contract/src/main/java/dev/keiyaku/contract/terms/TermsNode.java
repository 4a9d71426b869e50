package dev.keiyaku.contract.terms;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the text: verbatim, oddities included.
 *
 * @param path its address within the version, such as {@code art15/p1/i4}, {@code art5/def3} or
 *     {@code art3-art4}; an article's path does not name its chapter
 * @param label its number as written, such as {@code 第15条}, {@code 2}, {@code (4)}; empty when it
 *     has none
 * @param heading an article's caption, a chapter's title, the term of a definition row; null when
 *     none or not in the source
 * @param text its own words; null when it has none, or when they are elided
 * @param elided whether the source leaves its words out (略): they are unknown, never invented
 * @param note an editorial note on an oddity of the words; beside the text, never in it, and not
 *     hashed
 */
public record TermsNode(
    String path,
    NodeKind kind,
    String label,
    @Nullable String heading,
    @Nullable String text,
    boolean elided,
    @Nullable String note,
    List<TermsNode> children) {

  Stream<TermsNode> withDescendants() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(TermsNode::withDescendants));
  }
}
