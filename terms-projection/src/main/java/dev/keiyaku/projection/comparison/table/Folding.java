package dev.keiyaku.projection.comparison.table;

/** How much of what did not change is folded. */
public enum Folding {
  /**
   * As the source does: whole articles, paragraphs, definitions and tables are folded; in a
   * paragraph that changed every item stays, and an article that changed keeps its opening words.
   */
  CONTEXT,
  /** Every node that did not change is folded. */
  ALL
}
