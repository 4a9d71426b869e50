package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vectors are those of {@code docs/terms-format.md}, where they are computed independently. */
class ContentHashTest {

  private static final Path FORMAT = Path.of("../docs/terms-format.md");

  @Test
  void theTestVectorsAreTheDocumentedOnes() throws IOException {
    var documented = Files.readString(FORMAT);
    assertThat(documented)
        .contains("| empty | `" + ContentHash.of(content(List.of())) + "` |")
        .contains("| one article | `" + ContentHash.of(content(List.of(article(null)))) + "` |");
  }

  @Test
  void theRealHashesAreTheDocumentedOnes() throws IOException {
    var documented = Files.readString(FORMAT);
    for (var version : List.of(RealTerms.OLD, RealTerms.NEW)) {
      var hash = ContentHash.of(RealTerms.publish(version).content());
      assertThat(documented).contains("| " + version + " | `" + hash + "` |");
    }
  }

  @Test
  void anEditorialNoteIsNotPartOfIt() {
    assertThat(ContentHash.of(article("so in the source")))
        .isEqualTo(ContentHash.of(article(null)));
  }

  @Test
  void everyWordIs() {
    var old = RealTerms.publish(RealTerms.OLD).content();
    var amended = RealTerms.publish(RealTerms.NEW).content();
    var before = ContentHash.ofNodes(old);
    var after = ContentHash.ofNodes(amended);
    assertThat(after.get("art7/p1/i3")).isNotEqualTo(before.get("art7/p1/i3"));
    assertThat(after.get("art7/p1/i5")).isEqualTo(before.get("art7/p1/i5"));
    assertThat(after.get("art15/p1/i4")).isNotEqualTo(before.get("art15/p1/i4"));
    assertThat(after.get("ch3")).isNotEqualTo(before.get("ch3"));
  }

  private static TermsContent content(List<TermsNode> nodes) {
    return new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), nodes);
  }

  private static TermsNode article(@Nullable String note) {
    return new TermsNode(
        "art1", NodeKind.ARTICLE, "第1条", null, "本文\u0001\"", false, note, List.of());
  }
}
