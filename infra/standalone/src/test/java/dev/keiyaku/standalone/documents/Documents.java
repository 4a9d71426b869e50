package dev.keiyaku.standalone.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Markdown of the repository. */
final class Documents {

  static final Path ROOT = root();

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?)\\s*$");

  private Documents() {}

  /** README and its like, and everything under docs. */
  static List<Path> all() {
    try (var top = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a document links to, as written. */
  static List<String> links(Path document) {
    // A link's text may be code; its target is not.
    var prose = CODE.matcher(FENCED.matcher(text(document)).replaceAll("")).replaceAll("code");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** The anchors of a document's headings, as GitHub makes them. */
  static Set<String> anchors(Path document) {
    return HEADING
        .matcher(FENCED.matcher(text(document)).replaceAll(""))
        .results()
        .map(Documents::anchor)
        .collect(Collectors.toSet());
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow();
  }
}
