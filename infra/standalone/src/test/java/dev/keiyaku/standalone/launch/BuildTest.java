package dev.keiyaku.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds for {@code infra/up} only what is stale; Maven is played by a script. */
class BuildTest {

  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          "docs/access.md",
          "subscription-service/pom.xml",
          "subscription-service/contract/src/main/Event.java",
          "subscription-service/src/main/Aggregate.java",
          "terms-projection/src/main/Projector.java",
          "api-gateway/src/main/Door.java",
          "api-gateway/src/test/DoorTest.java",
          "infra/http/src/main/Edge.java",
          "infra/database/src/main/Roles.java",
          "infra/event-store/src/main/Store.java",
          "infra/standalone/src/main/Up.java");

  private static final String MAVEN =
      """
      #!/bin/sh
      for last; do :; done
      echo "$last" > asked
      [ ! -e broken ] || { echo "Door.java: no"; exit 1; }
      for module in $(echo "$last" | tr , ' '); do
        jar=$module/target/$(basename "$module").jar
        mkdir -p "$module/target"; touch "$jar" "$jar.original"
      done
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for last; do :; done
      mkdir -p "$last"; touch "$last/standalone.jar"
      """;

  @TempDir Path root;

  private Instant now = InstantSource.system().instant();

  @BeforeEach
  void repository() throws IOException {
    for (String source : SOURCES) {
      change(source);
    }
    program("infra/standalone/build", Files.readString(Path.of("build")));
    program("mvnw", MAVEN);
    program("jdk/bin/java", JAVA);
    assertThat(build())
        .isEqualTo("subscription-service,terms-projection,api-gateway,infra/standalone");
  }

  @Test
  void whatIsFreshIsNotBuiltAgain() throws Exception {
    assertThat(build()).isEmpty();
  }

  @Test
  void aChangedSourceRebuildsWhatIsMadeOfIt() throws Exception {
    change("api-gateway/src/main/Door.java");
    assertThat(build()).isEqualTo("api-gateway");
    change("infra/event-store/src/main/Store.java");
    assertThat(build()).isEqualTo("subscription-service,terms-projection");
    change("subscription-service/contract/src/main/Event.java");
    assertThat(build()).isEqualTo("subscription-service,terms-projection");
    change("infra/http/src/main/Edge.java");
    assertThat(build()).isEqualTo("subscription-service,terms-projection,api-gateway");
    assertThat(build()).isEmpty();
  }

  @Test
  void aChangedTestRebuildsNothing() throws Exception {
    change("api-gateway/src/test/DoorTest.java");
    assertThat(build()).isEmpty();
  }

  @Test
  void aBuildThatFailsIsSaidWithItsReason() throws Exception {
    Files.createFile(root.resolve("broken"));
    change("api-gateway/src/main/Door.java");
    assertThat(run()).startsWith("1 ").contains("Door.java: no", "keiyaku: the build failed");
    Files.delete(root.resolve("broken"));
    assertThat(build()).as("it is still stale").isEqualTo("api-gateway");
  }

  /** The modules that Maven was asked for, or "". */
  private String build() throws IOException {
    Path asked = root.resolve("asked");
    Files.deleteIfExists(asked);
    assertThat(run()).startsWith("0 ");
    ageTheJars();
    return Files.exists(asked) ? Files.readString(asked).strip() : "";
  }

  private String run() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", root.resolve("infra/standalone/build").toString())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.onExit().join().exitValue() + " " + said;
  }

  /** As if a while had passed since: what was built is as old as the last change, and newer. */
  private void ageTheJars() throws IOException {
    now = now.plus(Duration.ofMinutes(1));
    try (var files = Files.walk(root)) {
      for (Path jar : files.filter(file -> file.toString().contains(".jar")).toList()) {
        Files.setLastModifiedTime(jar, FileTime.from(now));
      }
    }
    now = now.plus(Duration.ofMinutes(1));
  }

  private void change(String source) throws IOException {
    Path file = root.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, now.toString());
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private void program(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    Files.setLastModifiedTime(file, FileTime.from(now));
  }
}
