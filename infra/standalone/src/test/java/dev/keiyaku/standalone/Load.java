package dev.keiyaku.standalone;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.client.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several clients that send one command after the other, each once and under a key of its own, and
 * write down what they hear.
 */
final class Load implements AutoCloseable {

  /** Below what the gateway grants one client. */
  private static final Duration PAUSE = Duration.ofMillis(60);

  /**
   * One command's answer.
   *
   * @param sentAt nanoseconds of this JVM
   * @param answer null when none came
   */
  record Heard(long sentAt, long heardAt, @Nullable Answer answer) {

    boolean succeeded() {
      return answer != null && answer.succeeded();
    }

    /** 503, and when to come again. */
    boolean putOff() {
      return answer != null
          && answer.status() == 503
          && answer.headers().firstValue("Retry-After").isPresent();
    }

    Duration took() {
      return Duration.ofNanos(heardAt - sentAt);
    }

    @Override
    public String toString() {
      return answer == null
          ? "no answer after " + took()
          : answer.status() + " " + answer.code() + " after " + took();
    }
  }

  private final Door door;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> suspended = new CopyOnWriteArrayList<>();
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean ending;

  /** Starts so many clients, each with a subscription of its own. */
  Load(Door door, int clients) {
    this.door = door;
    IntStream.range(0, clients)
        .mapToObj(number -> CommandStream.applied(door, number))
        .forEach(subscription ->
            this.clients.add(Thread.startVirtualThread(() -> sendForEver(subscription))));
  }

  private void sendForEver(String subscription) {
    while (!ending) {
      var answer = send("/v1/subscriptions/" + subscription + "/suspensions");
      if (answer != null && answer.succeeded()) {
        suspended.add(answer.text("/suspensionId"));
        versions.put(subscription, answer.version());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Null when no answer came. */
  private @Nullable Answer send(String path) {
    Map<String, Object> body =
        Map.of(
            "ground", "MALFUNCTION",
            "incidentReference", "incident-" + heard.size(),
            "reason", "設備の障害");
    long sentAt = System.nanoTime();
    @Nullable Answer answer = null;
    try {
      answer = door.post("agent", path, body, UUID.randomUUID().toString());
    } catch (Unanswered e) {
      // Written down as such.
    }
    heard.add(new Heard(sentAt, System.nanoTime(), answer));
    return answer;
  }

  /** The version that each subscription was last said to have. */
  Map<String, String> versions() {
    return Map.copyOf(versions);
  }

  /** The suspensions of which it was said that they are recorded. */
  List<String> suspended() {
    return List.copyOf(suspended);
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** What was sent after an instant, in nanoseconds of this JVM. */
  List<Heard> sentAfter(long instant) {
    return heard.stream().filter(each -> each.sentAt() - instant > 0).toList();
  }

  /** Lets the last commands be answered. */
  @Override
  public void close() throws InterruptedException {
    ending = true;
    for (var client : clients) {
      client.join();
    }
  }
}
