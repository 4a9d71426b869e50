package dev.keiyaku.benchmarks.operating;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients who come at a steady rate, whether those before them are answered or not. Each waits from
 * when it should have come: whoever was kept from coming has waited too.
 */
record Arrivals(Probe probe, Duration every) {

  /**
   * One answer.
   *
   * @param kind what it says
   * @param millis how long it took
   */
  record Answer(Kind kind, double millis) {}

  /** What an answer says. */
  enum Kind {
    TAKEN,
    /** 503 or 429, with the time to come again. */
    TURNED_AWAY,
    /** Anything else, no answer included. */
    OTHERWISE
  }

  /** All answers to those who came within this time. */
  List<Answer> during(Duration time) {
    var answers = new ConcurrentLinkedQueue<Answer>();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long due = 0; due < time.toNanos(); due += every.toNanos()) {
        LockSupport.parkNanos(start + due - System.nanoTime());
        long came = start + due;
        threads.execute(() -> answers.add(answer(came)));
      }
    }
    return List.copyOf(answers);
  }

  private Answer answer(long came) {
    var kind = kind();
    return new Answer(kind, (System.nanoTime() - came) / 1e6);
  }

  private Kind kind() {
    try {
      return kind(probe.apply());
    } catch (IOException broken) {
      return Kind.OTHERWISE;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Kind kind(HttpResponse<?> answer) {
    boolean comeAgain = answer.headers().firstValue("Retry-After").isPresent();
    return switch (answer.statusCode()) {
      case 201 -> Kind.TAKEN;
      case 503, 429 -> comeAgain ? Kind.TURNED_AWAY : Kind.OTHERWISE;
      default -> Kind.OTHERWISE;
    };
  }
}
