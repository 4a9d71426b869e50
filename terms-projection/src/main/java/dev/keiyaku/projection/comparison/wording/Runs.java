package dev.keiyaku.projection.comparison.wording;

import java.util.ArrayList;
import java.util.List;

/** Runs in the making: neighbours of one mark are one run. */
final class Runs {

  private final List<Run> done = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Mark mark = Mark.KEPT;

  void add(String more, Mark as) {
    if (more.isEmpty()) {
      return;
    }
    if (as != mark) {
      end();
      mark = as;
    }
    text.append(more);
  }

  List<Run> all() {
    end();
    return List.copyOf(done);
  }

  private void end() {
    done.addAll(Run.of(text.toString(), mark));
    text.setLength(0);
  }
}
