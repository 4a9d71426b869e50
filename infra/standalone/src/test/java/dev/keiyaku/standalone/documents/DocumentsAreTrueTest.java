package dev.keiyaku.standalone.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsAreTrueTest {

  @Test
  void everyLinkLeadsSomewhere() {
    var broken = new ArrayList<String>();
    for (var document : Documents.all()) {
      for (var link : Documents.links(document)) {
        if (!link.contains("://") && !leadsSomewhere(document, link)) {
          broken.add(Documents.ROOT.relativize(document) + " → " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeStartsAndTestsTheProductWithinFifteenLines() {
    var opening = Documents.text(readme()).lines().limit(15).toList();
    for (var command : List.of("infra/up", "infra/demo", "./mvnw verify")) {
      assertThat(opening).anyMatch(line -> line.startsWith(command));
      assertThat(Documents.ROOT.resolve(command.split(" ")[0])).isExecutable();
    }
  }

  @Test
  void theIndexOfDecisionsNamesEachOfThem() throws IOException {
    var folder = Documents.ROOT.resolve("docs/adr");
    try (var files = Files.list(folder)) {
      var decisions =
          files.map(Path::getFileName).map(Path::toString).filter(n -> n.matches("\\d{4}-.*\\.md"));
      assertThat(Documents.links(folder.resolve("README.md"))).containsAll(decisions.toList());
    }
  }

  private static boolean leadsSomewhere(Path document, String link) {
    var hash = link.indexOf('#');
    var file = hash < 0 ? link : link.substring(0, hash);
    var target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    return Files.exists(target)
        && (hash < 0 || Documents.anchors(target).contains(link.substring(hash + 1)));
  }

  private static Path readme() {
    return Documents.ROOT.resolve("README.md");
  }
}
