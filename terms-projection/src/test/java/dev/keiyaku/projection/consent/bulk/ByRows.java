package dev.keiyaku.projection.consent.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.consent.clause.AgreedClauses;
import dev.keiyaku.projection.consent.known.KnownContracts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers as clients get them, every page, a few at a time.
 *
 * @param isp of these subscriptions alone; null for all
 */
record ByRows(ReadSide readSide, RandomBook book, @Nullable String isp) implements Answering {

  @Override
  public List<String> standing(String version, Standing standing, When when) {
    if (when.terms(book).version(version).isEmpty()) {
      return List.of();
    }
    var standings =
        new Standings(
            readSide.bean(JdbcClient.class),
            readSide.bean(KnownContracts.class),
            _ -> book.history());
    var ids = new ArrayList<String>();
    String after = "";
    while (true) {
      var page =
          standings.page(
              new Standings.Question(
                  RandomBook.DOCUMENT,
                  version,
                  standing,
                  when.asOf(),
                  when.knownAt(),
                  new Among(null, isp, null, after, 7)));
      page.items().forEach(item -> ids.add(item.subscriptionId()));
      assertThat(page.items()).allMatch(item -> item.standings().contains(standing));
      if (page.next() == null) {
        assertThat(page.count().value()).isEqualTo(ids.size());
        return ids;
      }
      after = ids.getLast();
    }
  }

  @Override
  public List<String> holders(
      String path, boolean latest, @Nullable AcceptanceBasis basis, When when) {
    if (when.terms(book).versions().stream()
        .noneMatch(version -> version.published().content().node(path).isPresent())) {
      return List.of();
    }
    var consents =
        new ConsentsByClause(
            readSide.bean(JdbcClient.class),
            readSide.bean(KnownContracts.class),
            readSide.bean(AgreedClauses.class),
            _ -> book.history());
    var ids = new ArrayList<String>();
    String after = "";
    while (true) {
      var page =
          consents.page(
              new ConsentsByClause.Question(
                  RandomBook.DOCUMENT,
                  path,
                  "ｳｪﾌﾞﾙｰﾄ",
                  basis,
                  latest,
                  when.asOf(),
                  when.knownAt(),
                  new Among(null, isp, null, after, 7)));
      page.items().forEach(item -> ids.add(item.subscriptionId()));
      assertThat(page.items()).allMatch(item -> text(item).contains("ウェブルート"));
      if (page.next() == null) {
        assertThat(page.count().value()).isEqualTo(ids.size());
        return ids;
      }
      after = ids.getLast();
    }
  }

  private static String text(ClauseHoldersPage.Holder item) {
    return String.valueOf(item.consent().clause().text());
  }
}
