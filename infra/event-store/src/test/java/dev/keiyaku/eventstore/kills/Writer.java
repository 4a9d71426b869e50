package dev.keiyaku.eventstore.kills;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link KilledWriter} in a process of its own, and the thread that hears it. */
final class Writer {

  private final Process process;
  private final Thread hearing;

  private Writer(Process process, Thread hearing) {
    this.process = process;
    this.hearing = hearing;
  }

  static Writer start(String name, long seed, TestDatabase database, Said said) {
    var role = database.credentials(DatabaseRole.WRITER);
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx96m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledWriter.class.getName(),
                  name,
                  String.valueOf(seed),
                  database.url(),
                  role.user(),
                  role.password())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Writer(process, Thread.ofPlatform().start(() -> hear(process, said)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hear(Process process, Said said) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said::line);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("What a writer said was not heard to its end", e);
    }
  }

  /** SIGKILL; returns when everything it said is heard. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    hearing.join();
    process.waitFor();
  }
}
