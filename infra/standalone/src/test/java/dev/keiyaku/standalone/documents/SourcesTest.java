package dev.keiyaku.standalone.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not ask of all Java sources of the repository. */
class SourcesTest {

  private final List<Path> sources = sources();

  /** Error Prone looks for null only where it is told to. */
  @Test
  void everyPackageIsNullMarked() {
    assertThat(sources.stream().map(Path::getParent).distinct())
        .hasSizeGreaterThan(50)
        .allSatisfy(folder ->
            assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("@NullMarked", "/**"));
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(sources)
        .extracting(file -> file.getFileName().toString())
        .noneMatch(
            name -> name.matches(".*(Impl|Manager|Helper|Utils?|Common|Base|Data|Info)\\.java"));
  }

  @Test
  void nothingIsLeftToDoInAComment() {
    assertThat(sources).allSatisfy(file -> assertThat(file).content().doesNotContain("TO" + "DO"));
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Documents.ROOT)) {
      return files
          .filter(file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
