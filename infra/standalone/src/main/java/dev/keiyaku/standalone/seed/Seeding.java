package dev.keiyaku.standalone.seed;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.launch.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes both versions of the マイセキュア terms, and the notice of the second, unless they are there.
 * The idempotency keys are fixed: a start that was interrupted is finished by the next, and nothing
 * is published twice.
 */
public final class Seeding {

  private static final String VERSIONS = "/v1/terms/mysecure/versions";
  private static final List<String> NAMES = List.of("until-2023-06-30", "2023-07-01");
  private static final String NOTICED = "2023-07-01";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Door door;
  private final Consumer<String> say;

  public Seeding(Door door, Consumer<String> say) {
    this.door = door;
    this.say = say;
  }

  /**
   * Returns when the terms can be read.
   *
   * @throws Refusal when the service does not take them
   */
  public void run() {
    if (lacking().isEmpty()) {
      return;
    }
    say.accept("First start: publishing the terms, " + String.join(" and ", NAMES) + " …");
    for (String name : NAMES) {
      send(VERSIONS, name + ".json", "keiyaku-seed-mysecure-" + name);
    }
    Answer noticed =
        send(
            VERSIONS + "/" + NOTICED + "/notices",
            NOTICED + ".notice.json",
            "keiyaku-seed-mysecure-" + NOTICED + "-notice");
    awaitReadable(noticed.version());
  }

  /** What cannot be read yet: a version, or the notice. */
  private Set<String> lacking() {
    Set<String> lacking = new HashSet<>(NAMES);
    lacking.add("notice");
    Answer answer = door.get("legal", VERSIONS);
    for (JsonNode version : answer.at("/items")) {
      lacking.remove(version.at("/version").asString(""));
      if (!version.at("/notices").isEmpty()) {
        lacking.remove("notice");
      }
    }
    return lacking;
  }

  private Answer send(String path, String file, String key) {
    Answer answer = door.post("legal", path, body(file), key);
    if (!answer.succeeded()) {
      throw new Refusal(
          "the terms cannot be published: %s was answered %d %s %s"
              .formatted(file, answer.status(), answer.code(), answer.text("/detail")));
    }
    return answer;
  }

  /** The read side waits for the version itself, for a while each time it is asked. */
  private void awaitReadable(String version) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = door.get("legal", VERSIONS + "?minVersion=" + version);
    while (answer.code().equals("VERSION_NOT_REACHED") && System.nanoTime() < deadline) {
      answer = door.get("legal", VERSIONS + "?minVersion=" + version);
    }
    if (!answer.succeeded()) {
      throw new Refusal(
          "the terms are published, but cannot be read: %d %s"
              .formatted(answer.status(), answer.code()));
    }
  }

  private static JsonNode body(String file) {
    try (InputStream in = Seeding.class.getResourceAsStream("/terms/mysecure/" + file)) {
      if (in == null) {
        throw new Refusal(file + " is not in the launcher's jar");
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
