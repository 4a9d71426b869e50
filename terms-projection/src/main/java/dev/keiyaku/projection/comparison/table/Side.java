package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version compared.
 *
 * @param effectiveFrom its first day in Japan; null when the source does not say
 * @param effectiveUntil its last day in Japan, the day before the next version's first; null when
 *     no next one is known
 * @param period both days as the table is headed by them, 西暦 and 和暦
 * @param amendedOn day of the amendment (附則); null when unknown
 * @param amendmentReference number of the amendment (附則); null when unknown
 * @param contentSha256 hash of what it says, lower-case hex
 */
public record Side(
    String version,
    String title,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    Period period,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    String contentSha256) {

  /**
   * The days of a version in words.
   *
   * @param western such as {@code 2023年7月1日～}
   * @param japanese such as {@code 令和5年7月1日～}
   */
  public record Period(String western, String japanese) {}

  static Side of(Version version, TermsHistory history) {
    var published = version.published();
    var from = published.effectiveFrom();
    var until = until(version, history);
    return new Side(
        version.name(),
        published.content().title(),
        from,
        until,
        new Period(
            JapaneseDay.western(from) + "～" + JapaneseDay.western(until),
            JapaneseDay.japanese(from) + "～" + JapaneseDay.japanese(until)),
        published.amendedOn(),
        published.amendmentReference(),
        published.contentSha256());
  }

  private static @Nullable LocalDate until(Version version, TermsHistory history) {
    var next = version.withdrawn() == null ? history.after(version) : Optional.<Version>empty();
    var start = next.map(it -> it.published().effectiveFrom()).orElse(null);
    return start == null ? null : start.minusDays(1);
  }
}
