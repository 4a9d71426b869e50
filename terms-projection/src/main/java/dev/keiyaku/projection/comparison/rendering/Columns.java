package dev.keiyaku.projection.comparison.rendering;

/** The order of the columns. */
public enum Columns {
  /** The old version left, the new one right, as the source has it. */
  OLD_FIRST,
  /** The new version left, the old one right, and 備考. */
  NEW_FIRST
}
