package dev.keiyaku.projection.consent;

/**
 * The same sentence in both languages.
 *
 * @param ja plain Japanese
 * @param en plain English
 */
public record Words(String ja, String en) {

  static final Words NONE = new Words("", "");

  Words and(Words more) {
    if (more.equals(NONE)) {
      return this;
    }
    return equals(NONE) ? more : new Words(ja + more.ja, en + " " + more.en);
  }
}
