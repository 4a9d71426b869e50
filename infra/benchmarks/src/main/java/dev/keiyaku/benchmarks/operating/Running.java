package dev.keiyaku.benchmarks.operating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A running process, as /proc shows it. */
record Running(ProcessHandle process) {

  private static final double KIB_A_MIB = 1024;

  static Running of(Path pidFile) {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip().split("\\s", 2)[0]);
      return new Running(ProcessHandle.of(pid).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time used so far. */
  Duration used() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Resident memory in MiB. */
  double resident() {
    return kib(process, "status", "VmRSS:") / KIB_A_MIB;
  }

  /** Resident memory of it and its children in MiB; what they share counts once. */
  double residentInAll() {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToDouble(it -> kib(it, "smaps_rollup", "Pss:"))
            .sum()
        / KIB_A_MIB;
  }

  private static double kib(ProcessHandle process, String file, String line) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
      return lines
          .filter(it -> it.startsWith(line))
          .mapToDouble(it -> Double.parseDouble(it.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}
