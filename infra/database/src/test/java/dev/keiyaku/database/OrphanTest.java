package dev.keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrphanTest {

  /** A program that starts a throw-away server, says where, and then waits to be killed. */
  public static void main(String[] arguments) throws IOException {
    EmbeddedDatabase database = EmbeddedDatabase.throwAway();
    System.out.println("started " + database.pid() + " " + database.folder());
    System.in.read();
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
    Path folder = Path.of(started[2]);
    await().untilAsserted(() -> assertThat(folder).doesNotExist());
  }

  private static String[] started(Process program) throws IOException {
    try (BufferedReader said = program.inputReader()) {
      String line = said.readLine();
      assertThat(line).startsWith("started ");
      return line.split(" ");
    }
  }
}
