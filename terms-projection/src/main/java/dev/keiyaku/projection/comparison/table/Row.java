package dev.keiyaku.projection.comparison.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table with the rows below it: an article has its paragraphs, a table of definitions
 * its definitions.
 *
 * @param folded whether the words are shown as （略）, since nothing changed
 * @param from the old side; null when the old version has nothing here
 * @param to the new side; null when the new version has nothing here
 * @param elsewhere of a node that moved: where the other version has it
 */
public record Row(
    Change change,
    boolean folded,
    @Nullable Cell from,
    @Nullable Cell to,
    @Nullable Spot elsewhere,
    List<Row> children) {

  /** Either side: the old one when there is one. */
  public Cell either() {
    return from == null ? Objects.requireNonNull(to) : from;
  }

  /** This and everything below it, in order. */
  public Stream<Row> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Row::all));
  }

  /** For the column 備考; empty when there is nothing to remark. */
  @JsonProperty
  public String remark() {
    if (elsewhere == null) {
      return change.remark();
    }
    return elsewhere.citation() + (to == null ? "へ" : "から") + change.remark();
  }
}
