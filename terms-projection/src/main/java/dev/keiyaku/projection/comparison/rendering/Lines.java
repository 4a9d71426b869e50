package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.projection.comparison.rendering.Line.Half;
import dev.keiyaku.projection.comparison.rendering.Line.Kind;
import dev.keiyaku.projection.comparison.table.Cell;
import dev.keiyaku.projection.comparison.table.Row;
import dev.keiyaku.projection.comparison.wording.Mark;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows written out line by line, as a reader is used to: 第7条 stands before its first paragraph. */
final class Lines {

  private static final Run BLANK = new Run(" ", Mark.KEPT);

  private final List<Line> lines = new ArrayList<>();

  private Lines() {}

  static List<Line> of(List<Row> rows) {
    var written = new Lines();
    rows.forEach(row -> written.write(row, 0, false));
    return written.lines;
  }

  /** Whether a row stands below the table (附則). */
  static boolean isSupplement(Row row) {
    return row.either().kind() == NodeKind.SUPPLEMENT;
  }

  private void write(Row row, int level, boolean remarked) {
    switch (row.either().kind()) {
      case ARTICLE -> article(row, level, remarked);
      case CHAPTER -> line(Kind.CHAPTER, level, row, remarked);
      case DEFINITIONS -> line(row.folded() ? Kind.TEXT : Kind.TERMS, level, row, remarked);
      case DEFINITION -> line(Kind.TERM, level, row, remarked);
      case SUPPLEMENT, PARAGRAPH -> captioned(row, level, remarked);
      default -> line(Kind.TEXT, level, row, remarked);
    }
  }

  private void article(Row row, int level, boolean remarked) {
    if (row.folded()
        || !row.children().stream().findFirst().map(c -> opens(row, c)).orElse(false)) {
      captioned(row, level, remarked);
      return;
    }
    boolean caption = caption(row, level, remarked);
    var first = row.children().getFirst();
    lines.add(
        new Line(
            Kind.TEXT,
            level,
            first.change(),
            half(first.from(), number(row.from()), first.folded()),
            half(first.to(), number(row.to()), first.folded()),
            remarked ? "" : remark(row, first, caption)));
    below(first, level, remarked || oneSided(row));
    row.children().stream()
        .skip(1)
        .forEach(child -> write(child, level, remarked || oneSided(row)));
  }

  /** What is remarked of the article is said once, at its caption when it has one. */
  private static String remark(Row article, Row first, boolean caption) {
    var own = oneSided(article) ? "" : first.remark();
    return own.isEmpty() && !caption ? article.remark() : own;
  }

  /** Whether the first paragraph is written behind the article's number, on every side there is. */
  private static boolean opens(Row article, Row first) {
    return first.either().kind() == NodeKind.PARAGRAPH
        && opens(article.from(), first.from())
        && opens(article.to(), first.to());
  }

  private static boolean opens(@Nullable Cell article, @Nullable Cell first) {
    return article == null
        ? first == null
        : first != null
            && first.label().isEmpty()
            && first.heading().isEmpty()
            && article.text().isEmpty();
  }

  /** What has a heading of its own: that above, then number and words. */
  private void captioned(Row row, int level, boolean remarked) {
    boolean above = row.either().kind() != NodeKind.SUPPLEMENT && caption(row, level, remarked);
    if (above) {
      lines.add(
          new Line(
              Kind.TEXT,
              level,
              row.change(),
              half(row.from(), number(row.from()), row.folded()),
              half(row.to(), number(row.to()), row.folded()),
              ""));
      below(row, level, remarked || oneSided(row));
    } else {
      line(Kind.TEXT, level, row, remarked);
    }
  }

  private boolean caption(Row row, int level, boolean remarked) {
    if (heading(row.from()).isEmpty() && heading(row.to()).isEmpty()) {
      return false;
    }
    lines.add(
        new Line(
            Kind.CAPTION,
            level,
            row.change(),
            row.from() == null ? null : new Half(heading(row.from()), List.of(), false),
            row.to() == null ? null : new Half(heading(row.to()), List.of(), false),
            remarked ? "" : row.remark()));
    return true;
  }

  private void line(Kind kind, int level, Row row, boolean remarked) {
    lines.add(
        new Line(
            kind,
            level,
            row.change(),
            half(row.from(), title(row.from()), row.folded()),
            half(row.to(), title(row.to()), row.folded()),
            remarked ? "" : row.remark()));
    below(row, kind == Kind.CHAPTER ? level - 1 : level, remarked || oneSided(row));
  }

  private void below(Row row, int level, boolean remarked) {
    row.children().forEach(child -> write(child, level + 1, remarked));
  }

  private static boolean oneSided(Row row) {
    return row.from() == null || row.to() == null;
  }

  private static @Nullable Half half(@Nullable Cell cell, List<Run> title, boolean folded) {
    return cell == null ? null : new Half(title, cell.text(), folded || cell.elided());
  }

  private static List<Run> number(@Nullable Cell cell) {
    return cell == null ? List.of() : cell.label();
  }

  private static List<Run> heading(@Nullable Cell cell) {
    return cell == null ? List.of() : cell.heading();
  }

  private static List<Run> title(@Nullable Cell cell) {
    var title = new ArrayList<Run>(number(cell));
    if (!title.isEmpty() && !heading(cell).isEmpty()) {
      title.add(BLANK);
    }
    title.addAll(heading(cell));
    return title;
  }
}
