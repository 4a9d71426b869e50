package dev.keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrphanTest {

  /** A program that starts a throw-away server, says where, and then waits to be killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.throwAway();
    System.out.println("started " + database.pid() + " " + database.folder());
    Thread.sleep(Duration.ofMinutes(5));
  }

  @Test
  void aKilledProgramLeavesNoServerAndNoFolder() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OrphanTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String[] started = started(program);
    var server = ProcessHandle.of(Long.parseLong(started[1])).orElseThrow();

    program.destroyForcibly().waitFor();

    server.onExit().get(20, TimeUnit.SECONDS);
    awaitGone(Path.of(started[2]));
  }

  private static String[] started(Process program) throws IOException {
    try (BufferedReader said = program.inputReader()) {
      String line = said.readLine();
      assertThat(line).startsWith("started ");
      return line.split(" ");
    }
  }

  private static void awaitGone(Path folder) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (Files.exists(folder) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(folder).doesNotExist();
  }
}
