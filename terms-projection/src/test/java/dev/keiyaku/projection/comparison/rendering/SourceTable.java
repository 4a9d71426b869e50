package dev.keiyaku.projection.comparison.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source document as its bytes give it: three blocks of the old column, each followed by the
 * same block of the new one, and 附則 below.
 */
final class SourceTable {

  private static final Path FILE =
      Path.of("../subscription-service/src/test/resources/source/mysecure-comparison-table.txt");
  private static final Pattern MARK = Pattern.compile("\\[([^\\]]*)\\]\\(#\\)");

  /** How each block begins; both columns begin it alike. */
  private static final List<String> BLOCKS = List.of("第1条（略）", "(定義)", "第8条～14条（略）");

  /**
   * A line of it.
   *
   * @param words without markup, bullets and blanks, （略） in full-width brackets
   * @param marks what it underlines, without blanks
   * @param written as in the document
   */
  record Line(String words, List<String> marks, String written) {}

  private final List<Line> old = new ArrayList<>();
  private final List<Line> amended = new ArrayList<>();
  private final List<Line> below = new ArrayList<>();

  private SourceTable() {}

  static byte[] bytes() {
    try {
      return Files.readAllBytes(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceTable read() {
    var table = new SourceTable();
    List<Line> into = table.below;
    for (var text : lines()) {
      if (BLOCKS.contains(text)) {
        into = into == table.old ? table.amended : table.old;
      } else if (text.startsWith("附")) {
        into = table.below;
      }
      into.add(line(text));
    }
    return table;
  }

  /** Behind the title and the two periods. */
  private static List<String> lines() {
    return new String(bytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .skip(3)
        .toList();
  }

  private static Line line(String text) {
    var plain = MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(mark.group(1)));
    return new Line(
        bare(plain.replaceFirst("^- ", "")).replace("(略)", "（略）"),
        MARK.matcher(text).results().map(mark -> bare(mark.group(1))).toList(),
        text);
  }

  /** Without blanks and the escapes of brackets. */
  static String bare(String text) {
    return text.replace("\\(", "(").replace("\\)", ")").replaceAll("[\\s　]", "");
  }

  List<Line> old() {
    return old;
  }

  List<Line> amended() {
    return amended;
  }

  List<Line> below() {
    return below;
  }

  Stream<Line> all() {
    return Stream.of(old, amended, below).flatMap(List::stream);
  }
}
