package dev.keiyaku.subscription.terms.text;

/** Numbers as Japanese legal texts write them: 15, １５ (after NFKC) and 十五. */
final class Numerals {

  /** One of them, as a piece of a pattern. */
  static final String PATTERN = "[0-9]{1,4}|[〇一二三四五六七八九十百]{1,7}";

  private static final String DIGITS = "〇一二三四五六七八九";

  private Numerals() {}

  /** The number; text that {@link #PATTERN} matches. */
  static int of(String text) {
    return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : kanji(text);
  }

  private static int kanji(String text) {
    int total = 0;
    int digits = 0;
    for (var at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      int digit = DIGITS.indexOf(sign);
      if (digit >= 0) {
        digits = digits * 10 + digit;
      } else {
        total += Math.max(digits, 1) * (sign == '百' ? 100 : 10);
        digits = 0;
      }
    }
    return total + digits;
  }
}
