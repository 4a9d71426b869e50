package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Crowd;
import java.util.function.BooleanSupplier;

/** Our turn in a round. */
final class Turn {

  private Turn() {}

  /** Successes a second; what was turned away is said. */
  static double ours(Bay bay, int inFlight, BooleanSupplier command) throws Exception {
    var done = new Crowd(inFlight).during(bay.pace().round(), command);
    if (done.refused() > 0) {
      bay.say("  turned away as unavailable: %d", done.refused());
    }
    return done.rate();
  }
}
