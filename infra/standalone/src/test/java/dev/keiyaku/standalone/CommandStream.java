package dev.keiyaku.standalone;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.client.Unanswered;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Suspends one subscription again and again, each under a key; what is not answered is sent again
 * under the same key until it is.
 */
final class CommandStream {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration AGAIN = Duration.ofMillis(250);

  private final Door door;
  private final String subscription;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean ending;
  private volatile String version = "";

  private CommandStream(Door door, String subscription) {
    this.door = door;
    this.subscription = subscription;
    this.thread = Thread.ofVirtual().unstarted(this::run);
  }

  static CommandStream begin(Door door, int number) {
    CommandStream stream = new CommandStream(door, applied(door, number));
    stream.thread.start();
    return stream;
  }

  /** A new subscription. */
  static String applied(Door door, int number) {
    Map<String, Object> body = application(door, "kill-" + UUID.randomUUID() + "-" + number);
    return untilAnswered(door, "provisioning", "/v1/subscriptions", body).text("/subscriptionId");
  }

  private static Map<String, Object> application(Door door, String subscriber) {
    String hash = door.get("provisioning", "/v1/terms/mysecure/in-force").text("/contentSha256");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("subscriberId", subscriber);
    body.put("product", "MYSECURE");
    body.put("channel", Map.of("kind", "OWN_OFFICE"));
    body.put(
        "acceptance",
        Map.of(
            "document",
            "mysecure",
            "version",
            "2023-07-01",
            "contentSha256",
            hash,
            "items",
            List.of(1, 2, 3, 4, 5, 6)));
    return body;
  }

  String subscription() {
    return subscription;
  }

  /** The suspensions that were answered, in order. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Of the last answer. */
  String version() {
    return version;
  }

  /** Lets the last command be answered. */
  void end() {
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    String path = "/v1/subscriptions/" + subscription + "/suspensions";
    for (int number = 0; !ending; number++) {
      Map<String, Object> body =
          Map.of(
              "ground", "MALFUNCTION",
              "incidentReference", "incident-" + number,
              "reason", "設備の障害");
      Answer answer = untilAnswered(door, "agent", path, body);
      version = answer.version();
      acknowledged.add(answer.text("/suspensionId"));
    }
  }

  private static Answer untilAnswered(
      Door door, String client, String path, Map<String, Object> body) {
    String key = UUID.randomUUID().toString();
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(AGAIN)
        .ignoreException(Unanswered.class)
        .until(() -> settled(door.post(client, path, body, key)), Answer::succeeded);
  }

  /** 409: the first sending still runs; 429 and 5xx: later. Anything else is an answer for good. */
  private static Answer settled(Answer answer) {
    boolean later = answer.status() >= 500 || answer.status() == 429 || answer.status() == 409;
    if (!answer.succeeded() && !later) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
