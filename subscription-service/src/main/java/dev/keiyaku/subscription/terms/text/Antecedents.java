package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.subscription.terms.text.References.Reference;
import dev.keiyaku.subscription.terms.text.References.Relative;
import org.jspecify.annotations.Nullable;

/** What 同条 and 同項 mean as a text goes on: the article and the paragraph that it named last. */
final class Antecedents {

  /**
   * A mention.
   *
   * @param reference null when it was of another document, whose parts nobody here can look up
   */
  record Mention(@Nullable Reference reference) {}

  private @Nullable Mention article;
  private @Nullable Mention paragraph;

  /** Keeps in mind what a reference of this document names. */
  void ours(Reference reference) {
    if (reference.article() != null || reference.relative() == Relative.ARTICLE) {
      article = new Mention(reference);
    }
    if (reference.paragraph() != null || reference.relative() == Relative.PARAGRAPH) {
      paragraph = new Mention(reference);
    }
  }

  /** Keeps in mind that another document's part was named. */
  void anothers(boolean itsArticle, boolean itsParagraph) {
    article = itsArticle ? new Mention(null) : article;
    paragraph = itsParagraph ? new Mention(null) : paragraph;
  }

  /** What 同条 (同項 when a paragraph is asked) means; null when nothing was named before. */
  @Nullable Mention theSame(boolean aParagraph) {
    return aParagraph ? paragraph : article;
  }
}
