package dev.keiyaku.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemsAreListedTest {

  private static final ResourceBundle.Control AS_NAMED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Test
  void everyCodeIsListedWithItsStatusAndTitlesAndThereAreNoOthers() throws IOException {
    var listed =
        Files.readAllLines(Path.of("../docs/problems.md")).stream()
            .filter(line -> line.startsWith("| `"));
    assertThat(listed)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemsAreListedTest::row).toList());
  }

  private static String row(ProblemCode code) {
    return "| `%s` | %d | %s | %s |"
        .formatted(
            code.name(),
            code.status().value(),
            title(code, Locale.JAPANESE),
            title(code, Locale.ENGLISH));
  }

  private static String title(ProblemCode code, Locale language) {
    return ResourceBundle.getBundle("dev.keiyaku.http.problems", language, AS_NAMED)
        .getString(code + ".title")
        .replace("''", "'");
  }
}
