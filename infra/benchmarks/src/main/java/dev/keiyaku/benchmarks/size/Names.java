package dev.keiyaku.benchmarks.size;

import java.util.UUID;

/**
 * The ids of one of many lives, made from its number: those that the product makes are in the order
 * of their making (UUID version 7), a client's keys are not.
 */
record Names(long number) {

  /** Some day in 2024: all are older than what is made while measuring. */
  private static final long FIRST_MILLISECOND = 0x0190_0000_0000L;

  private static final int SUBSCRIPTION = 0x100;
  private static final int KEY = 0x101;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  String subscription() {
    return ordered(SUBSCRIPTION);
  }

  /** Its event of this sequence. */
  String event(int sequence) {
    return ordered(sequence);
  }

  /** Of the subscriber's key. */
  String key() {
    return ordered(KEY);
  }

  /** The idempotency key of its command of this number. */
  String idempotencyKey(int command) {
    long seed = number * 16 + command;
    return new UUID(
            scattered(seed) & ~0xF000L | 0x4000L, variant(scattered(seed ^ 0x5555_5555_0000_0000L)))
        .toString();
  }

  private String ordered(int counter) {
    long time = (FIRST_MILLISECOND + number) << 16;
    return new UUID(time | 0x7000L | counter, variant(scattered(number * 4096 + counter)))
        .toString();
  }

  private static long variant(long bits) {
    return bits & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
  }

  /** SplitMix64: another number for each, in no order. */
  static long scattered(long seed) {
    long bits = (seed + 1) * GOLDEN;
    bits = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D0_49BB_1331_11EBL;
    return bits ^ bits >>> 31;
  }
}
