package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.size.Retold.Piece;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Where the rows of one life lie in a table.
 *
 * @param whose finds them by {@code :id}, the subscription's id
 * @param order in which the n-th row has to do with the n-th event or command
 * @param special columns that are not text with the life's names in it: what the n-th row holds
 */
record Layout(String table, String whose, String order, Map<String, IntFunction<Piece>> special) {

  private static final String SUBSCRIPTION = "subscription_id = :id";

  Layout(String table, String order) {
    this("projection." + table, SUBSCRIPTION, order, Map.of());
  }

  static Layout of(String table, String order, Map<String, IntFunction<Piece>> special) {
    return new Layout("projection." + table, SUBSCRIPTION, order, special);
  }
}
