package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms documents for tests: versions by their first day, and notices. */
record TermsBook(TermsHistory history) {

  static final String DOCUMENT = "mysecure";
  private static final TermsContent CONTENT =
      new TermsContent("規約", new Vendor("株式会社"), List.of(), List.of(), List.of());

  static TermsBook empty() {
    return new TermsBook(TermsHistory.empty());
  }

  TermsBook version(String name, @Nullable String firstDay, @Nullable AmendmentBasis basis) {
    var from = firstDay == null ? null : LocalDate.parse(firstDay);
    return plus(
        Instant.EPOCH,
        new TermsVersionPublished(
            DOCUMENT, name, from, null, null, basis, CONTENT, "sha", Map.of(), null));
  }

  /** An editorial correction of the version right before it. */
  TermsBook correction(String name, String firstDay, String of) {
    var named =
        plus(
            Instant.EPOCH,
            new TermsSuccessionNamed(DOCUMENT, name, VersionKind.EDITORIAL, of, List.of()));
    return named.version(name, firstDay, null);
  }

  TermsBook withdrawn(String version, Instant at) {
    return plus(at, new TermsVersionWithdrawn(DOCUMENT, version, at, "withdrawn"));
  }

  /** Noticed and recorded at the same time. */
  TermsBook notice(String version, Instant publishedAt) {
    return notice(version, publishedAt, publishedAt);
  }

  TermsBook notice(String version, Instant publishedAt, Instant recordedAt) {
    return plus(
        recordedAt,
        new TermsNoticeRecorded(
            DOCUMENT,
            version,
            "n" + history.lastSequence(),
            "https://example.jp/",
            publishedAt,
            "00",
            null,
            List.of(NoticeChannel.WEB),
            null));
  }

  private TermsBook plus(Instant recordedAt, TermsEvent event) {
    var sequence = history.lastSequence() + 1;
    return new TermsBook(
        history.plus(new RecordedEvent<>("e" + sequence, sequence, recordedAt, event)));
  }

  /** 00:00 of a day in Japan. */
  static Instant day(String day) {
    return Japan.startOf(LocalDate.parse(day));
  }
}
