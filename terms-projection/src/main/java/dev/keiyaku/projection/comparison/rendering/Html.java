package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.projection.comparison.rendering.Line.Half;
import dev.keiyaku.projection.comparison.rendering.Line.Kind;
import dev.keiyaku.projection.comparison.table.Change;
import dev.keiyaku.projection.comparison.table.Row;
import dev.keiyaku.projection.comparison.table.Side;
import dev.keiyaku.projection.comparison.wording.Mark;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The table as a page: HTML that is also XML, so that the PDF is made of it. Underlining says what
 * changed, {@code ins} and {@code del} say it to who does not see it; colour says nothing.
 */
public final class Html {

  private final Sheet sheet;
  private final StringBuilder out = new StringBuilder(16_384);

  private Html(Sheet sheet) {
    this.sheet = sheet;
  }

  /** A whole document. */
  public static String of(Sheet sheet) {
    return new Html(sheet).page();
  }

  private String page() {
    var title = Escaped.html(sheet.title());
    out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\">\n<head>")
        .append("<meta charset=\"UTF-8\"/><title>" + title + "</title>")
        .append("<meta name=\"subject\" content=\"" + title + "\"/>")
        .append("<style>" + Styles.SHEET + "</style></head>\n<body>\n")
        .append("<h1>" + title + "</h1>\n<p class=\"known\">")
        .append(Escaped.html(sheet.asKnown()))
        .append("　下線は改正部分、（略）は変更のない部分または原文が省略した部分</p>\n");
    table();
    supplement();
    FactsSection.write(sheet, out);
    return out.append("</body>\n</html>\n").toString();
  }

  private void table() {
    out.append("<table>\n<colgroup><col class=\"term\"/><col/><col class=\"term\"/><col/>")
        .append(sheet.oldFirst() ? "</colgroup>\n" : "<col class=\"remark\"/></colgroup>\n")
        .append("<thead><tr>");
    heading(sheet.left());
    heading(sheet.right());
    if (!sheet.oldFirst()) {
      out.append("<th scope=\"col\" class=\"remark\">備考</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    lines(Predicate.not(Lines::isSupplement)).forEach(this::line);
    out.append("</tbody>\n</table>\n");
  }

  private List<Line> lines(Predicate<Row> which) {
    return Lines.of(sheet.comparison().rows().stream().filter(which).toList());
  }

  private void heading(Side side) {
    out.append("<th scope=\"col\" colspan=\"2\">" + Escaped.html(Sheet.heading(side)) + "</th>");
  }

  private void line(Line line) {
    out.append("<tr class=\"" + line.kind().name().toLowerCase(Locale.ROOT) + "\">");
    half(line, sheet.oldFirst());
    half(line, !sheet.oldFirst());
    if (!sheet.oldFirst()) {
      out.append("<td class=\"remark\">" + Escaped.html(line.remark()) + "</td>");
    }
    out.append("</tr>\n");
  }

  private void half(Line line, boolean old) {
    var half = old ? line.from() : line.to();
    boolean inTwo = line.kind() == Kind.TERM || line.kind() == Kind.TERMS;
    if (half == null || !inTwo) {
      out.append("<td colspan=\"2\" class=\"l" + Math.min(line.level(), 6) + "\">");
      whole(line, half, old);
      out.append("</td>");
      return;
    }
    if (line.kind() == Kind.TERMS) {
      terms(half, old);
    } else {
      out.append("<td>");
      runs(half.title(), old, line.onlyForm());
      out.append("</td><td>");
      words(half, line, old);
      out.append("</td>");
    }
  }

  /** Label and heading of the definitions are the titles of their two columns. */
  private void terms(Half half, boolean old) {
    out.append("<th scope=\"col\">");
    int middle = half.title().stream().map(Run::text).toList().indexOf(" ");
    runs(half.title().subList(0, Math.max(middle, 0)), old, false);
    out.append("</th><th scope=\"col\">");
    runs(half.title().subList(middle + 1, half.title().size()), old, false);
    out.append("</th>");
  }

  private void whole(Line line, @Nullable Half half, boolean old) {
    if (half == null) {
      if (!line.remark().isEmpty()) {
        out.append("<span class=\"note\">（" + Escaped.html(line.remark()) + "）</span>");
      }
      return;
    }
    runs(half.title(), old, line.onlyForm());
    if (!half.title().isEmpty() && !half.text().isEmpty()) {
      out.append(' ');
    }
    words(half, line, old);
  }

  private void words(Half half, Line line, boolean old) {
    runs(half.text(), old, line.onlyForm());
    if (half.omitted()) {
      out.append("（略）");
    }
    boolean noted = line.change() != Change.CHANGED && line.from() != null && line.to() != null;
    if (noted && !old && sheet.oldFirst() && !line.remark().isEmpty()) {
      out.append("<span class=\"note\">〔" + Escaped.html(line.remark()) + "〕</span>");
    }
  }

  private void runs(List<Run> runs, boolean old, boolean form) {
    for (var run : runs) {
      var text = Escaped.html(run.text());
      if (run.mark() == Mark.CHANGED) {
        out.append(old ? "<del>" + text + "</del>" : "<ins>" + text + "</ins>");
      } else {
        out.append(form && run.mark() == Mark.FORM ? "<i class=\"form\">" + text + "</i>" : text);
      }
    }
  }

  /** 附則 below the table, over its whole width, as the source has it. */
  private void supplement() {
    out.append("<section>\n");
    for (var line : lines(Lines::isSupplement)) {
      boolean old = line.to() == null;
      out.append("<p class=\"l" + Math.min(line.level(), 6) + "\">");
      whole(line, old ? line.from() : line.to(), old);
      out.append(old && !line.remark().isEmpty() ? "（" + line.remark() + "）</p>\n" : "</p>\n");
    }
    sheet.enactment().forEach(text -> out.append("<p>" + Escaped.html(text) + "</p>\n"));
    out.append("</section>\n");
  }
}
