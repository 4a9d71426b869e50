package dev.keiyaku.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starting a server and waiting until it takes connections. */
final class Startup {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How soon after the server has become ready that is seen. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Cluster cluster;
  private final PostgresPrograms programs;

  Startup(Cluster cluster, PostgresPrograms programs) {
    this.cluster = cluster;
    this.programs = programs;
  }

  record Server(Process process, int port) {}

  /** Starts on the port, or on a free one for 0. */
  Server start(int port) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int chosen = port == 0 ? freePort() : port;
      Process process = programs.serve(cluster, chosen);
      if (ready(process, deadline)) {
        return new Server(process, chosen);
      }
      process.getOutputStream().close();
      String log = Files.readString(cluster.log().toPath());
      boolean again =
          log.contains("still in use") || (port == 0 && log.contains("Address already in use"));
      if (!again || System.nanoTime() > deadline) {
        throw failure(port, log);
      }
    }
  }

  /** Whether the server takes connections; false when it ended instead. */
  private boolean ready(Process process, long deadline) throws IOException {
    Path status = cluster.data().resolve("postmaster.pid");
    while (!PostgresPrograms.endsWithin(LOOK_AGAIN, process) && System.nanoTime() < deadline) {
      // Eight lines: the first is the process, the last its state. An older server's file may still
      // be there.
      List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
      if (lines.size() >= 8 && lines.get(7).strip().equals("ready") && isOf(lines, process)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(List<String> lines, Process process) {
    return lines.getFirst().strip().equals(Long.toString(process.pid()));
  }

  private DatabaseStartException failure(int port, String log) throws IOException {
    if (log.contains("Address already in use")) {
      return new DatabaseStartException(
          "Port " + port + " is taken; choose another for PostgreSQL");
    }
    if (log.contains("lock file \"postmaster.pid\" already exists")) {
      return new DatabaseStartException(
          "Another PostgreSQL already runs on the data in " + cluster.folder());
    }
    if (log.contains("unshare")) {
      return new DatabaseStartException(
          "PostgreSQL does not run as root, and \"unshare -U\" is not allowed here: start as"
              + " another user, or name a server by KEIYAKU_DATABASE_URL");
    }
    return new DatabaseStartException(
        "PostgreSQL could not be started: " + PostgresPrograms.lastLine(cluster.log()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
