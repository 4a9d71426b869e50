package dev.keiyaku.http;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The documented patterns of personal values in free text, after folding. */
final class PersonalText {

  private static final String KANJI_DIGITS = "〇一二三四五六七八九";

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]+");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]+ ?(?:@|\\(at\\)|\\[at\\]|<at>)"
              + " ?[\\p{L}\\p{N}-]+(?:[.。][\\p{L}\\p{N}-]+)+");

  /** Not a digit, nor an ASCII letter, before it: ids such as C0312345678 are none. */
  private static final String ALONE = "(?<![0-9a-z])";

  private static final String BETWEEN = "[-‐‑‒–—―−ー~ ./()]";

  private static final Pattern TELEPHONE =
      Pattern.compile(
          String.join(
              "|",
              // 0312345678, 09012345678, and with a space between any two digits
              ALONE + "0 ?[1-9](?: ?[0-9]){8,9}(?![0-9])",
              // 03-1234-5678, 03(1234)5678, (03) 1234-5678
              ALONE
                  + "\\(?0[1-9][0-9]{0,3}"
                  + BETWEEN
                  + "{1,2}[0-9]{1,4}"
                  + BETWEEN
                  + "{1,2}[0-9]{3,4}(?!"
                  + BETWEEN
                  + "?[0-9])",
              // +81 3-1234-5678, +1 202 555 0100
              "\\+[1-9](?:" + BETWEEN + "{0,2}[0-9]){7,14}(?![0-9])",
              // tel: 12345678, 電話 1234-5678, TEL0312345678
              "(?:tel|phone|fax|mobile|電話(?:番号)?|携帯(?:番号)?)[.:は ]{0,3}\\+?[0-9](?:"
                  + BETWEEN
                  + "{0,2}[0-9]){5,}"));

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?:password|passwd|passphrase|passcode|(?<![a-z])(?:pwd|pw|pin)|パスワード|暗証番号)"
              + " ?(?:[:=「『\"]\\s*\\S|(?:は|が|を|is) ?[「『]?(?=[!-~]*[0-9!-/:-@])[!-~]{4,})");

  private static final Pattern SECURITY_ANSWER =
      Pattern.compile(
          "(?:秘密の(?:質問|答え?)|セキュリティ(?:クエスチョン|アンサー|の?質問)|(?:security|secret) ?(?:question|answer))"
              + "[^\\n]{0,30}?(?:[:=「『\"]\\s*\\S|答え?は\\s*\\S)");

  private PersonalText() {}

  /** The violation code of the first kind found. */
  static Optional<String> find(String text) {
    var folded = folded(text);
    if (EMAIL.matcher(folded).find()) {
      return Optional.of("email");
    }
    if (TELEPHONE.matcher(digits(folded)).find()) {
      return Optional.of("telephone");
    }
    if (PASSWORD.matcher(folded).find()) {
      return Optional.of("password");
    }
    return SECURITY_ANSWER.matcher(folded).find()
        ? Optional.of("security-answer")
        : Optional.empty();
  }

  /** NFKC, lower case, without invisible characters, every run of blanks as one space. */
  private static String folded(String text) {
    var folded = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(character -> Character.getType(character) != Character.FORMAT)
        .forEach(folded::appendCodePoint);
    return BLANKS.matcher(folded).replaceAll(" ");
  }

  /** 〇九〇 reads 090; every decimal digit of Unicode reads as ASCII. */
  private static String digits(String folded) {
    var plain = new StringBuilder();
    folded.codePoints().forEach(character -> plain.appendCodePoint(digit(character)));
    return plain.toString();
  }

  private static int digit(int character) {
    var kanji = KANJI_DIGITS.indexOf(character);
    if (kanji >= 0) {
      return '0' + kanji;
    }
    return Character.isDigit(character) ? '0' + Character.digit(character, 10) : character;
  }
}
