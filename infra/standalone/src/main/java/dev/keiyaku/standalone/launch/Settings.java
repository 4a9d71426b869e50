package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run is told by its environment.
 *
 * @param root the folder of the repository, in which the services' jars are built
 * @param backdating how far back a late entry may lie; wide, since the demonstration enters 2023
 */
public record Settings(
    Home home,
    Ports ports,
    Path root,
    @Nullable DatabaseServer given,
    Duration backdating,
    Purpose purpose) {

  private static final String BACKDATING = "KEIYAKU_BACKDATING_LIMIT";

  public static Settings of(Map<String, String> environment) {
    return new Settings(
        Home.of(environment),
        Ports.of(environment),
        Path.of(System.getProperty("keiyaku.root", "")).toAbsolutePath(),
        DatabaseServer.given(environment),
        backdating(environment.getOrDefault(BACKDATING, "P3660D")),
        Purpose.SERVING);
  }

  /** A run of its own beside any other: a new home, free ports, deleted afterwards. */
  public static Settings throwAway(Purpose purpose) {
    Path home = newFolder(purpose);
    Map<String, String> environment = new HashMap<>();
    environment.put("KEIYAKU_HOME", home.toString());
    for (Ports.Part part : Ports.Part.values()) {
      environment.put(part.variable(), "0");
    }
    Settings settings = of(environment);
    return new Settings(
        settings.home, settings.ports, settings.root, null, settings.backdating, purpose);
  }

  private static Path newFolder(Purpose purpose) {
    try {
      return Files.createTempDirectory("keiyaku-" + purpose.name().toLowerCase(Locale.ROOT) + "-");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Duration backdating(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException cause) {
      throw new Refusal(BACKDATING + " is no ISO-8601 duration: " + text);
    }
  }
}
