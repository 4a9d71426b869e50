package dev.keiyaku.projection.comparison.rendering;

/** Text as text: whatever the terms contain, nothing of it is markup. */
final class Escaped {

  private Escaped() {}

  /** For HTML that is also XML. What no XML may hold is shown as U+FFFD. */
  static String html(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\r' -> escaped.append("&#13;");
            default -> escaped.appendCodePoint(shown(c));
          }
        });
    return escaped.toString();
  }

  /** For a cell of a Markdown table: every sign that could mean something is escaped. */
  static String markdown(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    lines(text)
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '\n' -> escaped.append("<br>");
            default -> {
              if (isAsciiSign(c)) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(shown(c));
            }
          }
        });
    return escaped.toString();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** CommonMark lets exactly these be escaped. */
  private static boolean isAsciiSign(int c) {
    return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }

  private static int shown(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' || c >= 0x7F && c <= 0x9F;
    boolean torn = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return control || torn || (c & 0xFFFE) == 0xFFFE || isDirection(c) ? 0xFFFD : c;
  }

  /** Signs that turn the direction of what follows would show other words than were agreed to. */
  private static boolean isDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
