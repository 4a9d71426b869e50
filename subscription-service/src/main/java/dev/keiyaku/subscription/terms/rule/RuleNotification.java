package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.RuleContent.RuleDocument;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Screening;
import dev.keiyaku.subscription.terms.rule.RuleCommand.NotifyRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule as it is sent; {@code docs/rules.md} describes it. */
record RuleNotification(
    @Nullable String rule,
    @Nullable String title,
    @Nullable Issuer issuer,
    @Nullable String text,
    @Nullable Body document,
    @Nullable String contentSha256,
    @Nullable LocalDate effectiveFrom,
    @Nullable Notice notice,
    @Nullable String supersedes,
    @Nullable String reason) {

  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9.+-]{0,62}/[a-z0-9][a-z0-9.+-]{0,62}");
  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_REASON = 2_000;

  /** Who notified it, before it is known to be whole. */
  record Issuer(RuleIssuer.@Nullable Kind kind, @Nullable String name) {

    RuleIssuer whole() {
      return switch (Fields.required(kind, "issuer.kind")) {
        case VENDOR ->
            new RuleIssuer(RuleIssuer.Kind.VENDOR, Fields.text(name, "issuer.name", 200));
        case OPERATOR -> {
          if (name != null) {
            throw invalid("issuer.name", "only-of-a-vendor");
          }
          yield new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);
        }
      };
    }
  }

  /** Its document by hash, with the bytes if they were kept. */
  record Body(@Nullable String mediaType, @Nullable String sha256, @Nullable String captured) {

    RuleDocument whole() {
      var type = Fields.text(mediaType, "document.mediaType", 127).toLowerCase(Locale.ROOT);
      if (!MEDIA_TYPE.matcher(type).matches()) {
        throw invalid("document.mediaType", "invalid");
      }
      return new RuleDocument(type, CapturedBytes.hash("document", "sha256", sha256, captured));
    }
  }

  /** How it was notified. */
  record Notice(
      @Nullable String place,
      @Nullable Instant firstPublishedAt,
      @Nullable List<@Nullable NoticeChannel> channels,
      @Nullable String capturedSha256,
      @Nullable String captured) {

    TermsRuleNotified.Notice whole() {
      var reached = Fields.required(channels, "notice.channels");
      if (reached.isEmpty()) {
        throw invalid("notice.channels", "empty");
      }
      return new TermsRuleNotified.Notice(
          Fields.text(place, "notice.place", 2_000),
          Fields.required(firstPublishedAt, "notice.firstPublishedAt")
              .truncatedTo(ChronoUnit.MICROS),
          reached.stream()
              .map(channel -> Fields.required(channel, "notice.channels"))
              .distinct()
              .toList(),
          hash(),
          captured);
    }

    private @Nullable String hash() {
      return capturedSha256 == null && captured == null
          ? null
          : CapturedBytes.hash("notice", "capturedSha256", capturedSha256, captured);
    }
  }

  NotifyRule command(String terms) {
    if (reason != null) {
      Fields.text(reason, "reason", LONGEST_REASON);
      Screening.freeText("reason", reason);
    }
    return new NotifyRule(
        terms,
        name(),
        content(),
        contentSha256,
        document == null ? null : document.captured(),
        Fields.required(effectiveFrom, "effectiveFrom"),
        Fields.required(notice, "notice").whole(),
        supersedes,
        reason);
  }

  private String name() {
    var name = rule == null ? Uuid7.text() : rule;
    if (!NAME.matcher(name).matches()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("rule", "invalid");
    }
    return name;
  }

  private RuleContent content() {
    if ((text == null) == (document == null)) {
      throw invalid("text", "either-text-or-document");
    }
    return new RuleContent(
        Fields.text(title, "title", 200),
        Fields.required(issuer, "issuer").whole(),
        text == null ? null : Fields.text(text, "text", LONGEST_TEXT),
        document == null ? null : document.whole());
  }

  private static Problem invalid(String path, String code) {
    return Problem.of(ProblemCode.RULE_INVALID).violation(path, code);
  }
}
