package dev.keiyaku.benchmarks;

import java.time.Duration;

/** How long is measured. */
public enum Pace {
  QUICK(3, Duration.ofSeconds(1), Duration.ofSeconds(5), 2_000, 50_000),
  FULL(5, Duration.ofSeconds(3), Duration.ofSeconds(12), 10_000, 1_000_000);

  private final int rounds;
  private final Duration round;
  private final Duration warmUp;
  private final int subscriptions;
  private final int stored;

  Pace(int rounds, Duration round, Duration warmUp, int subscriptions, int stored) {
    this.rounds = rounds;
    this.round = round;
    this.warmUp = warmUp;
    this.subscriptions = subscriptions;
    this.stored = stored;
  }

  /** How often limit and ours take turns. */
  public int rounds() {
    return rounds;
  }

  /** How long each turn lasts. */
  public Duration round() {
    return round;
  }

  /** How long ours runs before the first round, so that its code is compiled. */
  public Duration warmUp() {
    return warmUp;
  }

  /** How many streams are prepared for commands on known ones. */
  public int subscriptions() {
    return subscriptions;
  }

  /** How many subscriptions a store holds that is called large. */
  public int stored() {
    return stored;
  }
}
