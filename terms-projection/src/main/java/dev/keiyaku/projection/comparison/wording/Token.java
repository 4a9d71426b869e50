package dev.keiyaku.projection.comparison.wording;

/**
 * A word, a name, a sign or blanks.
 *
 * @param text verbatim
 * @param key the form compared
 * @param script that of its first character
 * @param counts false of blanks that are only typography
 */
record Token(String text, String key, Script script, boolean counts) {

  static Token of(String text, Script script) {
    return new Token(text, Normalised.of(text), script, script != Script.BLANK);
  }

  Token joined(Token next) {
    return of(text + next.text, script);
  }

  /** A blank between two Latin words is part of them; beside Japanese it is typography. */
  Token blankBetween(Token before, Token after) {
    return new Token(text, " ", script, before.latin() && after.latin());
  }

  private boolean latin() {
    return script == Script.LETTER || script == Script.DIGIT;
  }
}
