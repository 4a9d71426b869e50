package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.eventstore.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is true of the two versions, written by hand from the source document. */
record Oracle(
    String about,
    String source,
    String sourceSha256,
    List<Difference> differences,
    Facts facts,
    List<Fold> folds,
    List<Label> labels,
    List<Omission> omissions) {

  /**
   * A true difference.
   *
   * @param marked whether the source underlines all of it, a part, or nothing
   * @param reason why the source's marks are no rule here; null when they are
   */
  record Difference(
      String citation, String change, List<Words> words, Marked marked, @Nullable String reason) {}

  enum Marked {
    WHOLE,
    PART,
    NONE
  }

  record Words(String from, String to) {}

  record Facts(
      List<String> vendor,
      List<List<@Nullable String>> governing,
      List<List<Integer>> plans,
      List<String> definitions) {}

  /** A node that did not change and that the source prints all the same. */
  record Fold(String path, String citation, String reason) {}

  record Label(String label, String rule, String reason) {}

  record Omission(String written, String rule, String reason) {}

  static Oracle read() {
    try {
      var bytes = Files.readAllBytes(Path.of("src/test/resources/comparison/mysecure-oracle.json"));
      return EventJson.mapper().readValue(bytes, Oracle.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
