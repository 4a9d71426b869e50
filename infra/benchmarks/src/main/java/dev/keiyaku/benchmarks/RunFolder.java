package dev.keiyaku.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Where a run has its databases; it may hold tens of gigabytes. */
final class RunFolder {

  private static final String PREFIX = "bench-";

  private RunFolder() {}

  /** A new one of this process. What runs have left that were interrupted is deleted. */
  static Path fresh(Path target) throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(target, PREFIX + "*-*")) {
      for (Path each : all) {
        if (!runs(each.getFileName().toString())) {
          FileSystemUtils.deleteRecursively(each);
        }
      }
    }
    return Files.createTempDirectory(target, PREFIX + ProcessHandle.current().pid() + "-");
  }

  private static boolean runs(String name) {
    String pid = name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()));
    return pid.matches("\\d{1,9}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }
}
