package dev.keiyaku.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param quick fewer and shorter rounds, and a smaller store
 * @param only the measures named; empty for all
 */
record Options(boolean quick, boolean list, List<String> only) {

  /**
   * Reads the command line.
   *
   * @throws Unable in one line what is wrong with it
   */
  static Options of(List<String> arguments) {
    var quick = false;
    var list = false;
    List<String> only = new ArrayList<>();
    var words = arguments.iterator();
    while (words.hasNext()) {
      var word = words.next();
      switch (word) {
        case "--quick" -> quick = true;
        case "--list" -> list = true;
        case "--only" -> {
          if (!words.hasNext()) {
            throw new Unable("--only needs names, such as --only apply,suspend");
          }
          only.addAll(Arrays.asList(words.next().split(",")));
        }
        default -> throw new Unable("there is no " + word + "; say --quick, --only or --list");
      }
    }
    return new Options(quick, list, List.copyOf(only));
  }

  Pace pace() {
    return quick ? Pace.QUICK : Pace.FULL;
  }
}
