package dev.keiyaku.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class AccessDocumentTest {

  private static final String HEAD =
      "| method | path | roles | service | body | If-Match | notes |\n"
          + "|---|---|---|---|---|---|---|\n";

  @Test
  void aRowThatIsNotUnderstoodStopsTheStart() {
    for (var row :
        new String[] {
          "| GET | /a | admin | read | - | - | |",
          "| GET | /a | any | both | - | - | |",
          "| GET | /a | any | read | 2 GiB | - | |",
          "| GET | /a | any | read | - | maybe | |"
        }) {
      assertThatThrownBy(() -> AccessDocument.parse(HEAD + row))
          .hasMessage("docs/access.md, not understood: " + row);
    }
    assertThatThrownBy(() -> AccessDocument.parse("no table"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aServiceAnswersItsOwnRowsOnly() {
    var write = AccessTable.load().servedBy(Service.WRITE);
    var path = PathContainer.parsePath("/v1/subscriptions/1");
    assertThat(write.find(HttpMethod.GET, path)).isEmpty();
    assertThat(AccessTable.load().find(HttpMethod.HEAD, path)).isPresent();
    assertThat(write.rows())
        .allSatisfy(row -> assertThat(row.service()).isIn(Service.WRITE, Service.EVERY));
  }

  @Test
  void whatCarriesDocumentsTakesAMebibyteAndTheRest64KiB() {
    assertThat(AccessTable.load().rows())
        .filteredOn(row -> row.method() == HttpMethod.POST)
        .allSatisfy(row ->
            assertThat(row.bodyLimit())
                .isEqualTo(carriesADocument(row.path().getPatternString()) ? 1 << 20 : 64 << 10));
  }

  private static boolean carriesADocument(String path) {
    return path.startsWith("/v1/terms/") && path.matches(".*/(versions|drafts|notices|rules)");
  }
}
