package dev.keiyaku.projection.comparison.rendering;

import java.util.List;

/** What differs as data, below the text. */
final class FactsSection {

  private FactsSection() {}

  static void write(Sheet sheet, StringBuilder out) {
    List<FactLine> facts = FactLine.of(sheet.comparison().facts());
    if (facts.isEmpty()) {
      return;
    }
    out.append("<h2>規約が定める事項の異同</h2>\n<table>\n<thead><tr><th scope=\"col\">事項</th>")
        .append("<th scope=\"col\">" + Escaped.html(Sheet.heading(sheet.left())) + "</th>")
        .append("<th scope=\"col\">" + Escaped.html(Sheet.heading(sheet.right())) + "</th>")
        .append("</tr></thead>\n<tbody>\n");
    for (var fact : facts) {
      out.append("<tr><th scope=\"row\">" + Escaped.html(fact.subject()) + "</th>");
      out.append("<td>" + Escaped.html(sheet.oldFirst() ? fact.from() : fact.to()) + "</td>");
      out.append("<td>" + Escaped.html(sheet.oldFirst() ? fact.to() : fact.from()) + "</td>");
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }
}
