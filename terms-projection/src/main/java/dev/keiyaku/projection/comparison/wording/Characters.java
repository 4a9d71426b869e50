package dev.keiyaku.projection.comparison.wording;

/** Characters as a reader counts them: a base and what is written on it. */
final class Characters {

  private Characters() {}

  /** Where the character that begins at an index ends. */
  static int endOf(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && isAttached(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  static Script scriptAt(String text, int at) {
    int plain = text.codePointAt(at);
    return plain < 0xFF00 || plain > 0xFFEF
        ? Script.of(plain)
        : Script.of(Normalised.of(Character.toString(plain)).codePointAt(0));
  }

  private static boolean isAttached(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      // Half-width voiced marks: ｶﾞ is one character.
      default -> codePoint == 0xFF9E || codePoint == 0xFF9F || codePoint == 0x200D;
    };
  }
}
