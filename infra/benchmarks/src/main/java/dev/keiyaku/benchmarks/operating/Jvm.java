package dev.keiyaku.benchmarks.operating;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A process of its own, with the small settings that {@code infra/up} gives its services. */
public final class Jvm implements AutoCloseable {

  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-Xmx224m",
          "--enable-native-access=ALL-UNNAMED");

  private final Process process;

  private Jvm(Process process) {
    this.process = process;
  }

  /** A service from its Boot jar. */
  public static Jvm service(String name, Map<String, Object> properties, Path log)
      throws IOException {
    Path jar = Path.of(name, "target", name + ".jar");
    return start(List.of("-jar", jar.toString()), properties, log);
  }

  static Jvm start(List<String> what, Map<String, Object> properties, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(what);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder
        .environment()
        .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
    return new Jvm(builder.start());
  }

  /** Fails with the end of its log when it has ended. */
  public void expectAlive(Path log) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended: " + Files.readString(log));
    }
  }

  /** Takes the processor from it, until it may go on. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    try {
      // What is paused does not hear that it shall end.
      goOn();
    } catch (IOException unheard) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
