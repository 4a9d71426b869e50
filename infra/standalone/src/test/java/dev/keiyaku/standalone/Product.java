package dev.keiyaku.standalone;

import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A run of the launcher's jar on free ports, as {@code infra/up} starts it. */
final class Product implements AutoCloseable {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final List<String> SERVICES =
      List.of("subscription-service", "terms-projection", "api-gateway");

  private static final Duration START = Duration.ofMinutes(10);

  private final Process process;
  private final Home home;
  private final Path output;

  private Product(Process process, Home home, Path output) {
    this.process = process;
    this.home = home;
    this.output = output;
  }

  /** Starts it, and waits until it says that it runs. */
  static Product start(Path folder) {
    Product product = launch(folder, Map.of());
    product.started();
    return product;
  }

  /** Waits until it says that it runs. */
  Addresses started() {
    Awaitility.await().atMost(START).until(() -> running().isPresent() || !process.isAlive());
    return running().orElseThrow(() -> new AssertionError(said()));
  }

  /** Only starts the process. */
  static Product launch(Path folder, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("keiyaku-up", ".out");
      ProcessBuilder builder =
          command("up").redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("KEIYAKU_HOME", folder.toString());
      for (String part : List.of("GATEWAY", "SUBSCRIPTION", "PROJECTION", "AUTH", "DATABASE")) {
        builder.environment().put("KEIYAKU_PORT_" + part, "0");
      }
      builder.environment().putAll(environment);
      return new Product(builder.start(), new Home(folder), output);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The launcher's jar, asked to do that, and told nothing by this process's environment. */
  static ProcessBuilder command(String asked, String... options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dkeiyaku.root=" + ROOT));
    command.addAll(List.of(options));
    Path jar = ROOT.resolve("infra/standalone/target/standalone.jar");
    command.addAll(List.of("-jar", jar.toString(), asked));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("KEIYAKU_"));
    return builder;
  }

  Addresses addresses() {
    return running().orElseThrow();
  }

  private Optional<Addresses> running() {
    return said().contains("Keiyaku runs") ? Addresses.running(home) : Optional.empty();
  }

  Process process() {
    return process;
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Of a service by its name. */
  ProcessHandle service(String name) {
    return process(home.run().resolve(name + ".pid"));
  }

  ProcessHandle postgres() {
    return process(home.database().resolve("cluster").resolve("postmaster.pid"));
  }

  private static ProcessHandle process(Path pidFile) {
    try {
      String pid = Files.readString(pidFile).strip().split("\\s", 2)[0];
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Ends it as Ctrl-C does, and waits. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      throw new AssertionError("did not stop: " + said());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    stop();
    Files.deleteIfExists(output);
  }
}
