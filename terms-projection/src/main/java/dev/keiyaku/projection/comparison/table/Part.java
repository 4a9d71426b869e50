package dev.keiyaku.projection.comparison.table;

/** The part of a node that words are in. */
public enum Part {
  LABEL,
  HEADING,
  TEXT
}
