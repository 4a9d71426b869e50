package dev.keiyaku.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads the one table of {@code docs/access.md}. */
final class AccessDocument {

  private static final String HEADER =
      "| method | path | roles | service | body | If-Match | notes |";

  private AccessDocument() {}

  static List<Access> read() {
    try (var in = AccessDocument.class.getResourceAsStream("access.md")) {
      if (in == null) {
        throw new IllegalStateException("docs/access.md was not packaged with keiyaku-http");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Access> parse(String document) {
    var lines = document.lines().toList();
    var header = lines.indexOf(HEADER);
    if (header < 0) {
      throw new IllegalStateException("docs/access.md has no table headed " + HEADER);
    }
    return lines.stream()
        .skip(header + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(AccessDocument::row)
        .toList();
  }

  private static Access row(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    try {
      return new Access(
          HttpMethod.valueOf(cells.get(1)),
          PathPatternParser.defaultInstance.parse(cells.get(2)),
          roles(cells.get(3)),
          Service.ofCell(cells.get(4)),
          bytes(cells.get(5)),
          Precondition.ofCell(cells.get(6)));
    } catch (RuntimeException e) {
      throw new IllegalStateException("docs/access.md, not understood: " + line, e);
    }
  }

  private static Set<Role> roles(String cell) {
    return switch (cell) {
      case "open" -> Set.of();
      case "any" -> Set.copyOf(EnumSet.allOf(Role.class));
      default ->
          Set.copyOf(
              Arrays.stream(cell.split(","))
                  .map(name -> Role.ofClaim(name.strip()).orElseThrow())
                  .toList());
    };
  }

  private static int bytes(String cell) {
    return switch (cell) {
      case "-" -> 0;
      case "64 KiB" -> 64 << 10;
      case "1 MiB" -> 1 << 20;
      default -> throw new IllegalStateException("body: -, 64 KiB or 1 MiB, not " + cell);
    };
  }
}
