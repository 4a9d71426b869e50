package dev.keiyaku.projection.comparison.wording;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between two words that were kept: words, and the blanks before and after them.
 *
 * @param words empty when there are only blanks, which are then all in front
 */
record Gap(String lead, List<Token> words, String trail) {

  static Gap of(List<Token> tokens) {
    int start = 0;
    while (start < tokens.size() && !tokens.get(start).counts()) {
      start++;
    }
    int end = tokens.size();
    while (end > start && !tokens.get(end - 1).counts()) {
      end--;
    }
    return new Gap(
        text(tokens.subList(0, start)),
        List.copyOf(tokens.subList(start, end)),
        text(tokens.subList(end, tokens.size())));
  }

  static String text(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }
}
