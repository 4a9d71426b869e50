package dev.keiyaku.projection.comparison.wording;

/** What a character is written in, as far as it tells where a word ends. */
enum Script {
  KANJI,
  KATAKANA,
  HIRAGANA,
  LETTER,
  DIGIT,
  BLANK,
  /** Stands for itself: a bracket, a comma. */
  SIGN;

  static Script of(int codePoint) {
    // Most text is these, and the tables of Unicode take their time.
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return KANJI;
    }
    if (codePoint >= 0x3041 && codePoint <= 0x3096) {
      return HIRAGANA;
    }
    if (codePoint >= 0x30A1 && codePoint <= 0x30FA) {
      return KATAKANA;
    }
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return BLANK;
    }
    if (codePoint == 'ー' || codePoint == 'ヽ' || codePoint == 'ヾ') {
      return KATAKANA;
    }
    if ("々〆〇ヶ".indexOf(codePoint) >= 0) {
      return KANJI;
    }
    if (Character.isDigit(codePoint)) {
      return DIGIT;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN -> KANJI;
      case KATAKANA -> KATAKANA;
      case HIRAGANA -> HIRAGANA;
      default -> Character.isLetter(codePoint) ? LETTER : SIGN;
    };
  }
}
