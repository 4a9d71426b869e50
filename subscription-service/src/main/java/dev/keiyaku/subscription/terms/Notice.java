package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.RecordTermsNotice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version's notice as it is sent: where, when first, by which channels, and what was captured.
 */
record Notice(
    @Nullable String place,
    @Nullable Instant firstPublishedAt,
    @Nullable String capturedSha256,
    @Nullable String captured,
    @Nullable List<@Nullable NoticeChannel> channels,
    @Nullable String reason) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  RecordTermsNotice command(String document, String version, String noticeId) {
    return new RecordTermsNotice(
        document,
        version,
        noticeId,
        Fields.text(place, "place", 2_000),
        Fields.required(firstPublishedAt, "firstPublishedAt").truncatedTo(ChronoUnit.MICROS),
        hash(),
        captured,
        reached(),
        reason);
  }

  private List<NoticeChannel> reached() {
    var reached = Fields.required(channels, "channels");
    if (reached.isEmpty()) {
      throw Problem.of(ProblemCode.NOTICE_INVALID).violation("channels", "empty");
    }
    return reached.stream()
        .map(channel -> Fields.required(channel, "channels"))
        .distinct()
        .toList();
  }

  private String hash() {
    var named = Fields.required(capturedSha256, "capturedSha256").toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(named).matches()) {
      throw Problem.of(ProblemCode.NOTICE_INVALID).violation("capturedSha256", "invalid");
    }
    if (captured != null && !named.equals(sha256(captured))) {
      throw Problem.of(ProblemCode.NOTICE_INVALID).violation("captured", "not-of-that-hash");
    }
    return named;
  }

  private static String sha256(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemCode.NOTICE_INVALID).violation("captured", "base64");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
