package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.projection.comparison.rendering.Line.Half;
import dev.keiyaku.projection.comparison.rendering.Line.Kind;
import dev.keiyaku.projection.comparison.wording.Mark;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The table as Markdown with GitHub's tables. What changed stands in {@code <ins>} and {@code
 * <del>}, since Markdown has no underlining of its own.
 */
public final class Markdown {

  private final Sheet sheet;
  private final StringBuilder out = new StringBuilder(8_192);

  private Markdown(Sheet sheet) {
    this.sheet = sheet;
  }

  /** A whole document. */
  public static String of(Sheet sheet) {
    return new Markdown(sheet).page();
  }

  private String page() {
    out.append("# " + Escaped.markdown(sheet.title()) + "\n\n");
    out.append(Escaped.markdown(sheet.asKnown()) + "\n\n");
    var rows = sheet.comparison().rows();
    row(
        Escaped.markdown(Sheet.heading(sheet.left())),
        Escaped.markdown(Sheet.heading(sheet.right())),
        "備考");
    out.append(sheet.oldFirst() ? "|---|---|\n" : "|---|---|---|\n");
    Lines.of(rows.stream().filter(Predicate.not(Lines::isSupplement)).toList()).forEach(this::line);
    out.append("\n");
    Lines.of(rows.stream().filter(Lines::isSupplement).toList()).forEach(this::supplement);
    sheet.enactment().forEach(text -> out.append(Escaped.markdown(text) + "\n\n"));
    facts(FactLine.of(sheet.comparison().facts()));
    return out.toString();
  }

  private void row(String left, String right, String remark) {
    out.append("| " + left + " | " + right + " |");
    out.append(sheet.oldFirst() ? "\n" : " " + remark + " |\n");
  }

  private void line(Line line) {
    var old = cell(line, line.from(), true);
    var amended = cell(line, line.to(), false);
    row(
        sheet.oldFirst() ? old : amended,
        sheet.oldFirst() ? amended : old,
        Escaped.markdown(line.remark()));
  }

  private static String cell(Line line, @Nullable Half half, boolean old) {
    if (half == null) {
      return line.remark().isEmpty() ? "" : "（" + Escaped.markdown(line.remark()) + "）";
    }
    var gap = half.title().isEmpty() || half.text().isEmpty() ? "" : gap(line.kind());
    var omitted = half.omitted() ? "（略）" : "";
    return "　".repeat(Math.min(line.level(), 6))
        + runs(half.title(), old)
        + gap
        + runs(half.text(), old)
        + omitted;
  }

  private static String gap(Kind kind) {
    return kind == Kind.TERM ? "　" : " ";
  }

  private static String runs(List<Run> runs, boolean old) {
    var text = new StringBuilder();
    for (var run : runs) {
      var escaped = Escaped.markdown(run.text());
      var name = old ? "del" : "ins";
      text.append(
          run.mark() == Mark.CHANGED ? "<" + name + ">" + escaped + "</" + name + ">" : escaped);
    }
    return text.toString();
  }

  private void supplement(Line line) {
    boolean old = line.to() == null;
    out.append(cell(line, old ? line.from() : line.to(), old) + "\n\n");
  }

  private void facts(List<FactLine> facts) {
    if (facts.isEmpty()) {
      return;
    }
    out.append("## 規約が定める事項の異同\n\n| 事項 | ")
        .append(Escaped.markdown(Sheet.heading(sheet.left())) + " | ")
        .append(Escaped.markdown(Sheet.heading(sheet.right())) + " |\n|---|---|---|\n");
    for (var fact : facts) {
      out.append("| " + Escaped.markdown(fact.subject()) + " | ")
          .append(Escaped.markdown(sheet.oldFirst() ? fact.from() : fact.to()) + " | ")
          .append(Escaped.markdown(sheet.oldFirst() ? fact.to() : fact.from()) + " |\n");
    }
  }
}
