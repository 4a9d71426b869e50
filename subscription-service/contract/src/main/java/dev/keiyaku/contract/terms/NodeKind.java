package dev.keiyaku.contract.terms;

/** What a node of the text is. */
public enum NodeKind {
  /** 章. */
  CHAPTER,
  /** 条. */
  ARTICLE,
  /** Several articles that the source leaves out together, such as 第3条～第4条. */
  ARTICLE_RANGE,
  /** 項. */
  PARAGRAPH,
  /** 号, such as (4). */
  ITEM,
  /** The table of definitions; its label and heading are the column titles. */
  DEFINITIONS,
  /** A row of the table of definitions. */
  DEFINITION,
  /** 料金表, 第1表. */
  TABLE,
  /** 別紙. */
  ANNEX,
  /** 附則. */
  SUPPLEMENT
}
