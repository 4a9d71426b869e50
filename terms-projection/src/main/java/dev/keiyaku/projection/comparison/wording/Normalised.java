package dev.keiyaku.projection.comparison.wording;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The form in which words are compared; what is stored and shown stays as given. Width of
 * characters, variation selectors (glyph variants), composed or not, and line ends do not count.
 * What means something else does: ① is not 1 and ㈱ is not 株, so this is not NFKC.
 */
public final class Normalised {

  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
  private static final Pattern OF_OTHER_WIDTH = Pattern.compile("[\u3000\uFF00-\uFFEF]+");
  private static final Pattern VARIATION_SELECTORS =
      Pattern.compile("[\uFE00-\uFE0F\\x{E0100}-\\x{E01EF}]");

  private Normalised() {}

  /** A text in the form compared. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var lines = LINE_END.matcher(text).replaceAll("\n");
    var narrow =
        OF_OTHER_WIDTH
            .matcher(lines)
            .replaceAll(wide ->
                Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)
                    .replace("\\", "\\\\")
                    .replace("$", "\\$"));
    var bare = VARIATION_SELECTORS.matcher(narrow).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  /** A text without blanks that do not count, for finding what is the same. */
  public static String words(String text) {
    if (isPlain(text) && text.indexOf(' ') < 0) {
      return text;
    }
    var words = new StringBuilder();
    Tokens.of(text).stream().filter(Token::counts).forEach(token -> words.append(token.key()));
    return words.toString();
  }

  /** Most text is ASCII, kana and kanji that are their own form. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isPlain(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F
        || c >= 0x3001 && c <= 0x3096
        || c >= 0x309D && c <= 0x30FF
        || c >= 0x4E00 && c <= 0x9FFF;
  }
}
