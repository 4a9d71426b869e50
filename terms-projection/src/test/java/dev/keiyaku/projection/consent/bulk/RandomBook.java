package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionEvent;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Terms of up to five versions, corrections and withdrawn ones among them, with notices in time,
 * late and never, learned of at any time.
 */
record RandomBook(TermsHistory history) {

  static final String DOCUMENT = "mysecure";
  static final List<String> VENDORS = List.of("ウェブルート株式会社", "オープンテキスト株式会社");

  static RandomBook of(Random random) {
    var events = new ArrayList<TermsVersionEvent>();
    if (random.nextBoolean()) {
      events.add(version("open", null, null, random));
    }
    for (int month = 2; month <= 7; month += 1 + random.nextInt(3)) {
      var name = "2023-%02d-01".formatted(month);
      var day = LocalDate.parse(name);
      var before = events.stream().map(TermsVersionEvent::version).distinct().toList();
      if (!before.isEmpty() && random.nextInt(4) == 0) {
        events.add(correction(name, before.get(random.nextInt(before.size()))));
      }
      events.add(version(name, day, basis(random), random));
      if (random.nextInt(5) == 0) {
        events.add(new TermsVersionWithdrawn(DOCUMENT, name, RandomContracts.START, "mistaken"));
      }
      if (random.nextInt(3) > 0) {
        events.add(notice(name, Japan.startOf(day).plus(Duration.ofMillis(random.nextInt(3) - 1))));
      }
    }
    var history = TermsHistory.empty();
    var recordedAt = RandomContracts.START;
    for (int i = 0; i < events.size(); i++) {
      recordedAt = recordedAt.plus(Duration.ofDays(random.nextInt(30)));
      history = history.plus(new RecordedEvent<>("t" + i, i, recordedAt, events.get(i)));
    }
    return new RandomBook(history);
  }

  List<String> versions() {
    return history.all().stream().map(TermsHistory.Version::name).toList();
  }

  private static TermsSuccessionNamed correction(String version, String of) {
    return new TermsSuccessionNamed(DOCUMENT, version, VersionKind.EDITORIAL, of, List.of());
  }

  private static @Nullable AmendmentBasis basis(Random random) {
    int choice = random.nextInt(AmendmentBasis.values().length + 3);
    return choice == 0
        ? null
        : AmendmentBasis.values()[(choice - 1) % AmendmentBasis.values().length];
  }

  private static TermsVersionPublished version(
      String name, @Nullable LocalDate from, @Nullable AmendmentBasis basis, Random random) {
    var nodes = new ArrayList<TermsNode>();
    if (random.nextInt(4) > 0) {
      nodes.add(node("art7/p1/i3", VENDORS.get(random.nextInt(2)) + "に格納されること。"));
    }
    nodes.add(node("art15/p1/i4", VENDORS.get(random.nextInt(2)) + "の事情"));
    return new TermsVersionPublished(
        DOCUMENT,
        name,
        from,
        null,
        null,
        basis,
        new TermsContent("規約", new Vendor("株式会社"), List.of(), List.of(), nodes),
        "sha-of-" + name,
        Map.of(),
        null);
  }

  private static TermsNode node(String path, String text) {
    return new TermsNode(path, NodeKind.ITEM, "", null, text, false, null, List.of());
  }

  private static TermsNoticeRecorded notice(String version, Instant published) {
    return new TermsNoticeRecorded(
        DOCUMENT,
        version,
        "n-" + version,
        "https://example.jp/",
        published,
        "00",
        null,
        List.of(NoticeChannel.WEB),
        null);
  }
}
