package dev.keiyaku.projection.consent.clause;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The items of 第7条 1 by their places: each is agreed to by itself. Every other clause is agreed to
 * with the terms as a whole (承諾).
 */
public final class ItemClause {

  private static final Pattern PATH = Pattern.compile("art7/p1/i([1-6])");

  private ItemClause() {}

  /** The item's number at a path; empty when the clause is none. */
  public static OptionalInt number(String path) {
    var item = PATH.matcher(path);
    return item.matches() ? OptionalInt.of(Integer.parseInt(item.group(1))) : OptionalInt.empty();
  }

  /** The paths of all six, in order. */
  static List<String> paths() {
    return IntStream.rangeClosed(1, 6).mapToObj(item -> "art7/p1/i" + item).toList();
  }
}
