package dev.keiyaku.benchmarks.database;

import dev.keiyaku.benchmarks.Unable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, with prepared statements. */
final class Pgbench {

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

  private final Path program = find();
  private final Ground ground;
  private final Map<String, String> variables;

  /**
   * On one database.
   *
   * @param variables what {@code :name} stands for in scripts
   */
  Pgbench(Ground ground, Map<String, String> variables) {
    this.ground = ground;
    this.variables = variables;
  }

  /** Runs a script for a while; transactions a second. */
  double rate(Path script, int clients, Duration time) {
    try {
      return rate(said(start(script, clients, time)));
    } catch (IOException cause) {
      throw new Unable("pgbench cannot be run", cause);
    }
  }

  private Process start(Path script, int clients, Duration time) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
    command.addAll(List.of("-c", String.valueOf(clients), "-j", "2"));
    command.addAll(List.of("-T", String.valueOf(time.toSeconds()), "-f", script.toString()));
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    var source = ground.source();
    command.addAll(List.of("-h", source.getServerNames()[0]));
    command.addAll(List.of("-p", String.valueOf(source.getPortNumbers()[0])));
    command.addAll(List.of("-U", ground.server().admin().user(), ground.name()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", ground.server().admin().password());
    return builder.start();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static double rate(String said) {
    var found = RATE.matcher(said);
    if (!found.find() || said.contains("aborted")) {
      throw new Unable("pgbench did not end well: " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private static Path find() {
    try (Stream<Path> folders = Stream.concat(onPath(), debian())) {
      return folders
          .map(folder -> folder.resolve("pgbench"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() ->
              new Unable("pgbench was not found; install it: apt install postgresql-contrib"));
    }
  }

  private static Stream<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
  }

  private static Stream<Path> debian() {
    Path versions = Path.of("/usr/lib/postgresql");
    try {
      return Files.isDirectory(versions)
          ? Files.list(versions).map(version -> version.resolve("bin"))
          : Stream.of();
    } catch (IOException unreadable) {
      return Stream.of();
    }
  }
}
