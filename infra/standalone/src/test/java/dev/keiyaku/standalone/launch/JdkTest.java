package dev.keiyaku.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds a JDK for {@code infra/up}. */
class JdkTest {

  @TempDir Path jdks;

  @TempDir Path programs;

  @Test
  void theJdkOfJavaHomeIsTaken() throws Exception {
    String home = System.getProperty("java.home");
    assertThat(find(Map.of("JAVA_HOME", home))).isEqualTo("0 " + home);
  }

  @Test
  void withoutOneItIsSaidInOneLineWhatToInstall() throws Exception {
    assertThat(find(Map.of()))
        .startsWith("1 ")
        .contains("no JDK 25 was found", "install one")
        .hasLineCount(1);
  }

  @Test
  void anOlderOneIsPassedOver() throws Exception {
    jdk("old", "21.0.9");
    Path fresh = jdk("young", "26");
    assertThat(find(Map.of())).isEqualTo("0 " + fresh);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = jdks.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private String find(Map<String, String> environment) throws Exception {
    Path script = Path.of("jdk").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", path());
    builder.environment().put("KEIYAKU_JDKS", jdks.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said.strip();
  }

  /** A path with the few programs that the script calls, and without javac. */
  private String path() throws IOException {
    for (String program : new String[] {"bash", "sed", "dirname", "readlink"}) {
      Path link = programs.resolve(program);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of("/usr/bin/" + program));
      }
    }
    return programs.toString();
  }
}
