package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product as {@code infra/up} starts it, on free ports and a home of its own, with the rate of
 * the door raised, since one client sends everything.
 */
final class Product implements AutoCloseable {

  static final List<String> SERVICES =
      List.of("subscription-service", "terms-projection", "api-gateway");

  private static final List<String> PARTS =
      List.of("SUBSCRIPTION", "PROJECTION", "GATEWAY", "AUTH", "DATABASE");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path home;
  private final Process process;
  private final Map<String, Integer> ports;
  private final double startSeconds;

  private Product(Path home, Process process, Map<String, Integer> ports, double startSeconds) {
    this.home = home;
    this.process = process;
    this.ports = ports;
    this.startSeconds = startSeconds;
  }

  /** Starts it; returns when it says that it runs. */
  static Product start(Bay bay) throws IOException, InterruptedException {
    Path home = bay.folder().resolve("home");
    Path said = bay.folder().resolve("up.out");
    Map<String, Integer> ports = new LinkedHashMap<>();
    PARTS.forEach(part -> ports.put(part, FreePort.next()));
    long begun = System.nanoTime();
    Process process = launch(home, said, ports);
    while (!Files.readString(said).contains("Keiyaku runs")) {
      boolean late = System.nanoTime() - begun > PATIENCE.toNanos();
      if (late || !process.isAlive()) {
        process.destroy();
        throw new IllegalStateException("infra/up did not start: " + Files.readString(said));
      }
      Thread.sleep(20);
    }
    return new Product(home, process, ports, (System.nanoTime() - begun) / 1e9);
  }

  private static Process launch(Path home, Path said, Map<String, Integer> ports)
      throws IOException {
    var builder = new ProcessBuilder("infra/up").redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KEIYAKU_DATABASE_"));
    environment.put("KEIYAKU_HOME", home.toString());
    ports.forEach((part, port) -> environment.put("KEIYAKU_PORT_" + part, port.toString()));
    environment.put("KEIYAKU_GATEWAY_RATE_PERSECOND", "1000000");
    environment.put("KEIYAKU_GATEWAY_RATE_BURST", "1000000");
    return builder.start();
  }

  /** From the command to the line that says that it runs. */
  double startSeconds() {
    return startSeconds;
  }

  URI address(String service) {
    return URI.create("http://127.0.0.1:" + ports.get(PARTS.get(SERVICES.indexOf(service))));
  }

  URI authorization() {
    return URI.create("http://127.0.0.1:" + ports.get("AUTH"));
  }

  Path home() {
    return home;
  }

  Path log(String service) {
    return home.resolve("logs").resolve(service + ".log");
  }

  Running running(String service) {
    return Running.of(home.resolve("run").resolve(service + ".pid"));
  }

  /** Kills a service; returns when the launcher, which keeps the old log, has begun another. */
  void restart(String service) throws IOException, InterruptedException {
    Path log = log(service);
    Object before = Files.getAttribute(log, "unix:ino");
    running(service).process().destroyForcibly();
    while (!Files.exists(log) || Files.getAttribute(log, "unix:ino").equals(before)) {
      Thread.sleep(20);
    }
  }

  Running postgres() {
    return Running.of(home.resolve("database").resolve("cluster").resolve("postmaster.pid"));
  }

  Running launcher() {
    return new Running(process.toHandle());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
