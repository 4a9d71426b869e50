package dev.keiyaku.standalone.launch;

import java.time.Duration;

/** What a run is for. */
public enum Purpose {
  /** To be used; its data stay. */
  SERVING(false, Duration.ofSeconds(20)),
  /** To play a story once; its data are deleted when it ends. */
  TELLING(true, Duration.ofSeconds(20)),
  /** To learn how the services start; they write it down when they end, which takes a while. */
  TRAINING(true, Duration.ofMinutes(4));

  private final boolean throwAway;
  private final Duration patience;

  Purpose(boolean throwAway, Duration patience) {
    this.throwAway = throwAway;
    this.patience = patience;
  }

  /** Whether the home is deleted when the run ends. */
  boolean throwAway() {
    return throwAway;
  }

  /** How long a service may take to end before it is killed. */
  Duration patience() {
    return patience;
  }
}
