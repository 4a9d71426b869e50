package dev.keiyaku.benchmarks.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text of the first life, to be told of others: their names stand where the first's stood. */
record Retold(List<Piece> pieces) {

  /** A part of the text. */
  interface Piece {
    void tell(Names of, StringBuilder to);
  }

  /**
   * Takes a text apart.
   *
   * @param names what to put in the place of what
   */
  static Retold of(String text, Map<String, Piece> names) {
    String any = names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    List<Piece> pieces = new ArrayList<>();
    var found = Pattern.compile(any).matcher(text);
    int from = 0;
    while (!any.isEmpty() && found.find()) {
      pieces.add(said(text.substring(from, found.start())));
      pieces.add(names.get(found.group()));
      from = found.end();
    }
    pieces.add(said(text.substring(from)));
    return new Retold(List.copyOf(pieces));
  }

  private static Piece said(String words) {
    return (_, to) -> to.append(words);
  }

  void tell(Names of, StringBuilder to) {
    pieces.forEach(piece -> piece.tell(of, to));
  }

  String tell(Names of) {
    var whole = new StringBuilder();
    tell(of, whole);
    return whole.toString();
  }
}
