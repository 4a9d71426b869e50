package dev.keiyaku.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {

  @TempDir Path folder;

  @Test
  void aTakenPortIsNamedWithTheSettingThatChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      refuses(Map.of("KEIYAKU_PORT_PROJECTION", port), "port " + port, "KEIYAKU_PORT_PROJECTION");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    refuses(Map.of("KEIYAKU_HOME", file.resolve("home").toString()), "home", "cannot be written");
  }

  @Test
  void aSecondRunOnTheSameFolderIsToldOfTheFirst() {
    Home home = new Home(folder);
    home.prepare();
    try (RunLock first = RunLock.take(home)) {
      assertThat(first).isNotNull();
      refuses(Map.of(), "another infra/up", Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void missingJarsAreNamed() {
    Home home = new Home(folder);
    Settings settings = settings(Map.of());
    Settings nowhere =
        new Settings(home, settings.ports(), folder, null, settings.backdating(), Purpose.SERVING);
    try (Launcher launcher = Launcher.of(nowhere, line -> {}, at -> {})) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(launcher::start)
          .withMessageContaining("subscription-service.jar is missing");
    }
    expectNothingLeft();
  }

  @Test
  void lostKeysAreNotReplacedWhileTheirEventsAreThere() throws IOException {
    Home home = new Home(folder);
    home.prepare();
    Files.createDirectories(home.database().resolve("cluster"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Secrets.open(home, null))
        .withMessageContaining("keys.properties is missing");
  }

  @Test
  void whatFallsDownFourTimesInTenMinutesIsNotRestarted() {
    Restarts restarts = new Restarts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    assertThat(List.of(restarts.another("a"), restarts.another("a"), restarts.another("a")))
        .containsExactly(1, 2, 3);
    assertThat(restarts.another("b")).isEqualTo(1);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> restarts.another("a"))
        .withMessageContaining("4 times");
  }

  @Test
  void secretsAreTheOwnersOnlyAndStayTheSame() throws IOException {
    Home home = new Home(folder);
    home.prepare();
    Secrets made = Secrets.open(home, null);
    assertThat(Secrets.open(home, null)).isEqualTo(made);
    assertThat(made).hasToString("secrets");
    try (Stream<Path> files = Files.list(home.secrets())) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(Files.getPosixFilePermissions(file))
                  .extracting(Enum::name)
                  .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE"));
    }
  }

  private void refuses(Map<String, String> environment, String... words) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> {
          try (Launcher launcher = Launcher.of(settings(environment), line -> {}, at -> {})) {
            launcher.start();
          }
        })
        .satisfies(refusal -> {
          String said = Objects.requireNonNull(refusal.getMessage());
          assertThat(said).contains(words).hasLineCount(1);
        });
    expectNothingLeft();
  }

  private Settings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    for (Ports.Part part : Ports.Part.values()) {
      all.put(part.variable(), "0");
    }
    all.put("KEIYAKU_HOME", folder.toString());
    all.putAll(environment);
    return Settings.of(all);
  }

  private void expectNothingLeft() {
    assertThat(folder.resolve("database")).doesNotExist();
    assertThat(folder.resolve("run/addresses.properties")).doesNotExist();
    assertThat(folder.resolve("run/guard.pid")).doesNotExist();
  }
}
