package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Pid files: a process id and when it began, so that a number used again is not mistaken. */
final class Pid {

  /** Field 22 of {@code /proc/<pid>/stat}; the first two are cut off with the command's name. */
  private static final int BEGAN = 22 - 3;

  private Pid() {}

  /** The process that wrote the file, while it lives. */
  static Optional<ProcessHandle> living(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ", 2);
      String stat = Files.readString(Path.of("/proc", words[0], "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return words.length == 2 && fields[BEGAN].equals(words[1])
          ? ProcessHandle.of(Long.parseLong(words[0]))
          : Optional.empty();
    } catch (IOException noSuchProcess) {
      return Optional.empty();
    }
  }

  static boolean anyIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".pid"));
    }
  }
}
