package dev.keiyaku.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts PostgreSQL's own programs as child processes. */
final class PostgresPrograms {

  private final Path bin;

  PostgresPrograms(Path home) {
    this.bin = home.resolve("bin");
  }

  /** Makes a new cluster in a folder that does not exist yet. */
  void initialize(Path cluster, Path passwordFile, boolean durable) throws IOException {
    List<String> command = unprivileged();
    command.addAll(List.of(bin.resolve("initdb").toString(), "-D", cluster.toString()));
    command.addAll(List.of("-U", "postgres", "--pwfile=" + passwordFile, "-A", "scram-sha-256"));
    command.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin"));
    command.add("--builtin-locale=C.UTF-8");
    if (!durable) {
      command.add("--no-sync");
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (waitFor(process) != 0) {
      throw new DatabaseStartException("initdb failed: " + lastLine(said));
    }
  }

  /**
   * Starts the server. It stops when the process's standard input is closed, so also when this JVM
   * dies.
   */
  Process serve(Cluster cluster, int port) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", script(), "postgres"));
    // A throw-away server need not write its last checkpoint: QUIT stops it at once.
    command.addAll(
        cluster.throwAway() ? List.of("QUIT", cluster.folder().toString()) : List.of("INT", ""));
    command.addAll(unprivileged());
    command.addAll(List.of(bin.resolve("postgres").toString(), "-D", cluster.data().toString()));
    Stream.concat(settings(port).stream(), cluster.settings().stream())
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(cluster.log())
        .start();
  }

  private static List<String> settings(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "shared_buffers=64MB",
        "max_connections=200",
        "timezone=UTC",
        "log_timezone=UTC");
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and yet owns
   * its files.
   */
  private static List<String> unprivileged() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
  }

  private static String script() throws IOException {
    try (InputStream in = PostgresPrograms.class.getResourceAsStream("postgres.sh")) {
      return new String(
          Objects.requireNonNull(in, "postgres.sh").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String lastLine(File log) throws IOException {
    return lastLine(Files.readString(log.toPath()));
  }

  private static String lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce("", (before, last) -> last).strip();
  }

  /** Waits so long at most; true when the process ended. */
  static boolean endsWithin(Duration time, Process process) {
    try {
      return process.waitFor(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("Interrupted while PostgreSQL was starting", e);
    }
  }

  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("Interrupted while PostgreSQL was starting", e);
    }
  }
}
