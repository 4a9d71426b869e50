package dev.keiyaku.projection.provision;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.projection.Scenes;
import dev.keiyaku.projection.receipt.HashedTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BondsTest {

  private static final Instant JULY = japan("2023-07-01T00:00");
  private static final TermsEvent OLD = HashedTerms.published(Scenes.OLD);
  private static final TermsEvent NEW = HashedTerms.published(Scenes.NEW);

  @Test
  void anAmendmentNoticedInTimeNamesTheNextVendorFromItsFirstInstantOn() {
    assertThat(told(OLD, NEW, Scenes.notice(Scenes.NEW, JULY.minusMillis(1))))
        .containsExactly(
            "until-2023-06-30 ウェブルート株式会社 null " + JULY,
            "until-2023-06-30 オープンテキスト株式会社 " + JULY + " null",
            "2023-07-01 オープンテキスト株式会社 " + JULY + " null");
  }

  @Test
  void withoutANoticeOrWithALateOneTheVendorAgreedToStays() {
    var stays =
        List.of(
            "until-2023-06-30 ウェブルート株式会社 null null", "2023-07-01 オープンテキスト株式会社 " + JULY + " null");

    assertThat(told(OLD, NEW)).isEqualTo(stays);
    assertThat(told(OLD, NEW, Scenes.notice(Scenes.NEW, JULY))).isEqualTo(stays);
  }

  @Test
  void anAmendmentThatNamesTheSameVendorProvidesNothingAnew() {
    var notice = Scenes.notice(Scenes.NEW, JULY.minusMillis(1));

    assertThat(told(OLD, NEW, notice, third()))
        .hasSize(4)
        .startsWith(told(OLD, NEW, notice).toArray(String[]::new))
        .last()
        .asString()
        .startsWith("2024-04-01 オープンテキスト株式会社");
  }

  private static TermsVersionPublished third() {
    var amended = HashedTerms.published(Scenes.NEW);
    return new TermsVersionPublished(
        amended.document(),
        "2024-04-01",
        LocalDate.of(2024, 4, 1),
        null,
        null,
        AmendmentBasis.GENERAL_BENEFIT,
        amended.content(),
        amended.contentSha256(),
        amended.nodeSha256(),
        null);
  }

  private static List<String> told(TermsEvent... events) {
    var history = TermsHistory.empty();
    for (int i = 0; i < events.length; i++) {
      history = history.plus(new RecordedEvent<>("t" + i, i, JULY, events[i]));
    }
    return Bonds.of("mysecure", history).all().stream()
        .map(bond -> bond.accepted() + " " + bond.vendor() + " " + bond.from() + " " + bond.until())
        .toList();
  }
}
