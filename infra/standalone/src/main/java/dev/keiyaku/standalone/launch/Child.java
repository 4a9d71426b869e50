package dev.keiyaku.standalone.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running service: one JVM. */
final class Child {

  private final Process process;
  private final Path pidFile;
  private final File log;

  private Child(Process process, Path pidFile, File log) {
    this.process = process;
    this.pidFile = pidFile;
    this.log = log;
  }

  static Child start(Home home, Service service) {
    Path pidFile = home.run().resolve(service.name() + ".pid");
    List<String> command = new ArrayList<>(List.of("sh", "-c", Script.CHILD, pidFile.toString()));
    command.addAll(service.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    // The administrator's password is for the launcher alone.
    builder.environment().keySet().removeIf(name -> name.startsWith("KEIYAKU_DATABASE_"));
    builder.environment().putAll(service.environment());
    try {
      File log = freshLog(home.logs().resolve(service.name() + ".log"));
      builder.redirectErrorStream(true).redirectOutput(log);
      return new Child(builder.start(), pidFile, log);
    } catch (IOException cause) {
      throw new Refusal(service.name() + " cannot be started", cause);
    }
  }

  Process process() {
    return process;
  }

  /** What its log gives as the reason for ending, if it gives one, and where the log is. */
  String reason() {
    try {
      List<String> lines = Files.readAllLines(log.toPath());
      // Boot's failure analysis: the sentence stands two lines below its heading.
      int heading = lines.lastIndexOf("Description:");
      boolean analysed = heading >= 0 && heading + 2 < lines.size();
      String last =
          lines.stream().filter(it -> it.contains("ERROR")).reduce("", (one, next) -> next);
      return ((analysed ? lines.get(heading + 2) : last) + " See " + log).strip();
    } catch (IOException unreadable) {
      return "see " + log;
    }
  }

  /** Asks to stop, waits, and kills what does not listen. */
  void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    } catch (IOException cause) {
      throw new Refusal(pidFile + " cannot be deleted", cause);
    }
  }

  /** Keeps the log of the run before beside the new one. */
  private static File freshLog(Path log) throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log.toFile();
  }
}
