package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small shell process that outlives a killed launcher: when the pipe to it breaks, it stops the
 * services and then PostgreSQL, cleanly.
 */
final class Guard implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;

  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  static Guard stand(Home home, boolean throwAway) {
    try {
      return new Guard(start(home, throwAway ? home.folder().toString() : ""));
    } catch (IOException cause) {
      throw new Refusal("the guard process cannot be started", cause);
    }
  }

  /**
   * Stops what an earlier run left, if it and its guard were killed; waits for its guard if not.
   */
  static void sweep(Home home) {
    try {
      sweepUnlessGuarded(home);
    } catch (IOException cause) {
      throw new Refusal("what an earlier run left cannot be stopped", cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while an earlier run was being stopped", cause);
    }
  }

  private static void sweepUnlessGuarded(Home home) throws IOException, InterruptedException {
    Path pid = home.run().resolve("guard.pid");
    awaitEnd(Pid.living(pid));
    if (Files.exists(pid) || Pid.anyIn(home.run())) {
      Process process = start(home, "");
      process.getOutputStream().close();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void awaitEnd(Optional<ProcessHandle> guard) throws InterruptedException {
    try {
      guard
          .map(ProcessHandle::onExit)
          .orElseGet(() -> CompletableFuture.completedFuture(null))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException cause) {
      throw new Refusal("the guard of an earlier run does not end", cause);
    }
  }

  private static Process start(Home home, String throwAway) throws IOException {
    String run = home.run().toString();
    String database = home.database().resolve("cluster").toString();
    return new ProcessBuilder("sh", "-c", Script.GUARD, run, database, throwAway)
        .redirectErrorStream(true)
        .redirectOutput(home.logs().resolve("guard.log").toFile())
        .start();
  }

  Process process() {
    return process;
  }

  /** Tells the guard that everything is stopped, so that it goes without doing anything. */
  @Override
  public void close() {
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      return;
    }
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    }
  }
}
