package dev.keiyaku.projection.comparison.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text cut where a Japanese reader sees a word end: at a change of script; a number belongs to
 * the word or the counter beside it (プラン1, 第15条); a company's name is one word with its 株式会社. A
 * character stays whole: surrogates, combining marks and variation selectors are never torn off.
 */
final class Tokens {

  private static final Pattern COUNTED =
      Pattern.compile("(?:条|項|号|章|節|款|編|表|年|月|日|時|分|秒|回|円|種|人|件|か月|ヶ月).*", Pattern.DOTALL);
  private static final Pattern COMPANY = Pattern.compile("(?:株式|合同|有限|合資|合名)会社");

  private Tokens() {}

  static List<Token> of(String text) {
    return blanksJudged(companiesJoined(numbersJoined(scripts(text))));
  }

  private static List<Token> scripts(String text) {
    var tokens = new ArrayList<Token>();
    int start = 0;
    Script script = null;
    for (int at = 0; at < text.length(); ) {
      var next = Characters.scriptAt(text, at);
      if (script != null && (next != script || script == Script.SIGN || isOrdinal(text, at))) {
        tokens.add(Token.of(text.substring(start, at), script));
        start = at;
      }
      script = next;
      at = Characters.endOf(text, at);
    }
    if (script != null) {
      tokens.add(Token.of(text.substring(start), script));
    }
    return tokens;
  }

  /** 第15条 is a word of its own, also behind kanji. */
  private static boolean isOrdinal(String text, int at) {
    return text.charAt(at) == '第'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private static List<Token> numbersJoined(List<Token> tokens) {
    var joined = new ArrayList<Token>();
    for (var token : tokens) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && belongs(last, token)) {
        joined.set(joined.size() - 1, last.joined(token));
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static boolean belongs(Token last, Token token) {
    return switch (token.script()) {
      case DIGIT ->
          last.script() == Script.KATAKANA
              || last.script() == Script.LETTER
              || last.text().equals("第");
      case LETTER -> last.script() == Script.DIGIT || last.script() == Script.LETTER;
      case KANJI ->
          endsInDigit(last)
              && last.script() != Script.KATAKANA
              && COUNTED.matcher(token.key()).matches();
      default -> false;
    };
  }

  private static boolean endsInDigit(Token token) {
    return Character.isDigit(token.text().codePointBefore(token.text().length()));
  }

  private static List<Token> companiesJoined(List<Token> tokens) {
    var joined = new ArrayList<Token>();
    for (var token : tokens) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && named(last) && COMPANY.matcher(token.key()).lookingAt()
          || last != null && named(token) && COMPANY.matcher(last.key()).matches()) {
        joined.set(joined.size() - 1, last.joined(token));
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static boolean named(Token token) {
    return token.script() == Script.KATAKANA || token.script() == Script.LETTER;
  }

  private static List<Token> blanksJudged(List<Token> tokens) {
    var judged = new ArrayList<>(tokens);
    for (int i = 1; i + 1 < judged.size(); i++) {
      if (judged.get(i).script() == Script.BLANK) {
        judged.set(i, judged.get(i).blankBetween(judged.get(i - 1), judged.get(i + 1)));
      }
    }
    return judged;
  }
}
