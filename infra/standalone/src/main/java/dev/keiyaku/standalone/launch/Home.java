package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that keeps everything: {@code KEIYAKU_HOME}, by default {@code ~/.keiyaku}. */
public record Home(Path folder) {

  public static Home of(Map<String, String> environment) {
    String given = environment.getOrDefault("KEIYAKU_HOME", "");
    Path folder =
        given.isBlank() ? Path.of(System.getProperty("user.home"), ".keiyaku") : Path.of(given);
    return new Home(folder.toAbsolutePath().normalize());
  }

  public Path database() {
    return folder.resolve("database");
  }

  public Path secrets() {
    return folder.resolve("secrets");
  }

  public Path run() {
    return folder.resolve("run");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Makes the folders, readable by their owner only; refuses when one cannot be written. */
  void prepare() {
    for (Path each : List.of(folder, secrets(), run(), logs())) {
      try {
        Files.createDirectories(each);
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
        Files.delete(Files.createTempFile(each, "writable", null));
      } catch (IOException cause) {
        throw new Refusal(
            each + " cannot be written; give it to this user or set KEIYAKU_HOME", cause);
      }
    }
  }

  /** Takes back what says that a run is here; deletes everything of a throw-away run. */
  void leave(boolean delete) {
    try {
      Files.deleteIfExists(Addresses.file(this));
      if (delete) {
        deleteAll();
      }
    } catch (IOException | UncheckedIOException cause) {
      throw new Refusal(folder + " cannot be deleted", cause);
    }
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
