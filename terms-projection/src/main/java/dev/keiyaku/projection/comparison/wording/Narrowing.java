package dev.keiyaku.projection.comparison.wording;

import java.util.List;

/**
 * One compound of kanji for another, narrowed to the part that is a word of its own: 電話番号 became
 * 携帯電話番号 by 携帯. A single kanji is no word: 利用中止 became 利用停止 as a whole. A name is never taken
 * apart.
 *
 * @param head what both begin with
 * @param from what was there instead of {@code to}
 * @param tail what both end with
 */
record Narrowing(String head, String from, String to, String tail) {

  /** From so many common characters a part is no chance. */
  private static final int LEAST = 2;

  static Narrowing of(List<Token> from, List<Token> to) {
    var whole = new Narrowing("", Gap.text(from), Gap.text(to), "");
    if (from.size() != 1 || to.size() != 1 || !plain(from.getFirst()) || !plain(to.getFirst())) {
      return whole;
    }
    var part = common(whole.from, whole.to);
    boolean words = isWord(part.from) && isWord(part.to);
    return words && part.head.length() + part.tail.length() >= LEAST ? part : whole;
  }

  private static boolean plain(Token token) {
    return token.script() == Script.KANJI
        && token.text().equals(token.key())
        && token.text().codePoints().allMatch(c -> Script.of(c) == Script.KANJI)
        && token.text().chars().noneMatch(c -> Character.isSurrogate((char) c))
        && !token.text().endsWith("会社");
  }

  private static boolean isWord(String part) {
    return part.length() != 1;
  }

  private static Narrowing common(String from, String to) {
    int most = Math.min(from.length(), to.length());
    int head = 0;
    while (head < most && from.charAt(head) == to.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
      tail++;
    }
    return new Narrowing(
        from.substring(0, head),
        from.substring(head, from.length() - tail),
        to.substring(head, to.length() - tail),
        from.substring(from.length() - tail));
  }
}
