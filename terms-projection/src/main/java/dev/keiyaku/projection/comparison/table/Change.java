package dev.keiyaku.projection.comparison.table;

/** What became of a node itself; what is below it has changes of its own. */
public enum Change {
  UNCHANGED(""),
  /** The same words, written otherwise: width, glyph variants, blanks, line ends. */
  FORM("表記のみ"),
  /** Only its number differs. */
  RENUMBERED("番号のみ"),
  CHANGED("改正"),
  INSERTED("新設"),
  DELETED("削除"),
  /** It stands elsewhere; its words may have changed too. */
  MOVED("移動"),
  /** One version leaves its words out (略): whether they changed cannot be known. */
  UNKNOWN("文言不明");

  private final String remark;

  Change(String remark) {
    this.remark = remark;
  }

  /** For the column 備考; empty when there is nothing to remark. */
  public String remark() {
    return remark;
  }
}
