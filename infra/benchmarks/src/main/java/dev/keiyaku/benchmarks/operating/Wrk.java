package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Unable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The load generator for HTTP, which posts over connections that stay open. */
final class Wrk {

  private static final Pattern SAID =
      Pattern.compile("(?m)^bench (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$");

  private static final Pattern ANSWERS = Pattern.compile("(?m)^answers (\\d+) (\\d+) (\\d+)$");

  private final Path script;

  /** With its script in this folder. */
  Wrk(Path folder) throws IOException {
    script = folder.resolve("post.lua");
    try (InputStream in = Wrk.class.getResourceAsStream("post.lua")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
  }

  /**
   * How a while of posting went.
   *
   * @param refused answers of 400 and above
   * @param broken connections, reads and writes that failed, and answers that never came
   */
  record Posted(long requests, double seconds, long refused, long broken, double p99millis) {

    /** Successes a second. */
    double rate() {
      return (requests - refused) / seconds;
    }
  }

  /**
   * What was answered.
   *
   * @param taken commands that succeeded
   * @param turnedAway with 503 or 429 and when to come again
   * @param otherwise answers that are neither
   * @param offered requests a second
   */
  record Answers(long taken, long turnedAway, long otherwise, double offered) {}

  /**
   * Posts as fast as the answers come.
   *
   * @param run a name that no other run has, for the keys
   */
  Posted post(URI to, Posts posts, String run, int connections, Duration time) throws IOException {
    return posted(said(command(to, posts, run, connections, time), pausing(posts)));
  }

  /** The same, looking at each answer. */
  Answers answers(URI to, Posts posts, String run, int connections, Duration time)
      throws IOException {
    var environment = new HashMap<>(pausing(posts));
    environment.put("BENCH_ANSWERS", "yes");
    return answers(said(command(to, posts, run, connections, time), environment));
  }

  private List<String> command(URI to, Posts posts, String run, int connections, Duration time) {
    return List.of(
        "wrk",
        "-t2",
        "-c" + connections,
        "-d" + time.toSeconds() + "s",
        "--timeout",
        "15s",
        "-s",
        script.toString(),
        to.toString(),
        "--",
        posts.token(),
        run,
        posts.paths().toString(),
        posts.body().toString());
  }

  private static Map<String, String> pausing(Posts posts) {
    return Map.of("BENCH_PAUSE", String.valueOf(posts.pause()));
  }

  private static String said(List<String> command, Map<String, String> environment) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new Unable("wrk was not found; install it: apt install wrk", missing);
    }
  }

  static Posted posted(String said) {
    var found = SAID.matcher(said);
    if (!found.find()) {
      throw new Unable("wrk did not end well: " + said);
    }
    return new Posted(
        Long.parseLong(found.group(1)),
        Long.parseLong(found.group(2)) / 1e6,
        Long.parseLong(found.group(3)),
        Long.parseLong(found.group(4)),
        Long.parseLong(found.group(5)) / 1e3);
  }

  static Answers answers(String said) {
    var found = ANSWERS.matcher(said);
    if (!found.find()) {
      throw new Unable("wrk did not end well: " + said);
    }
    var posted = posted(said);
    return new Answers(
        Long.parseLong(found.group(1)),
        Long.parseLong(found.group(2)),
        Long.parseLong(found.group(3)) + posted.broken(),
        posted.requests() / posted.seconds());
  }
}
