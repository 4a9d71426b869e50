package dev.keiyaku.projection.comparison.alignment;

import java.util.Arrays;

/** Which of the nodes that both versions have kept their order; the others moved. */
final class Order {

  private Order() {}

  /**
   * The longest increasing part of a row of indexes.
   *
   * @param became -1 is left out
   * @return per entry whether it belongs to it
   */
  static boolean[] kept(int[] became) {
    var last = new int[became.length];
    var before = new int[became.length];
    int length = 0;
    for (int i = 0; i < became.length; i++) {
      if (became[i] < 0) {
        continue;
      }
      int at = place(became, last, length, became[i]);
      before[i] = at == 0 ? -1 : last[at - 1];
      last[at] = i;
      length = Math.max(length, at + 1);
    }
    var kept = new boolean[became.length];
    for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = before[i]) {
      kept[i] = true;
    }
    return kept;
  }

  private static int place(int[] became, int[] last, int length, int value) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (became[last[middle]] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** An array that says none is matched. */
  static int[] none(int size) {
    var none = new int[size];
    Arrays.fill(none, -1);
    return none;
  }
}
