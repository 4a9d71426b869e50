package dev.keiyaku.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.axonframework.commandhandling.CommandBus;

/** What was measured. */
public record Versions(String postgresql, String pgbench, String java, String axon, String commit) {

  public static Versions of(String postgresql) {
    return new Versions(
        postgresql,
        said("pgbench", "--version"),
        System.getProperty("java.vm.vendor") + " " + Runtime.version(),
        String.valueOf(axonJar()),
        said("git", "describe", "--always", "--dirty", "--abbrev=12"));
  }

  private static String axonJar() {
    String place = CommandBus.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.replaceAll(".*axon-messaging-|\\.jar$", "");
  }

  private static String said(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException missing) {
      return "unknown";
    }
  }
}
