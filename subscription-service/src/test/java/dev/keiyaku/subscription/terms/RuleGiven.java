package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.rule.RuleCommand.NotifyRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notified rules, as they are sent and recorded; it is 2023-06-29, 09:00 in Japan. */
final class RuleGiven {

  static final Instant NOW = Instant.parse("2023-06-29T00:00:00Z");
  static final LocalDate DAY = LocalDate.of(2023, 7, 1);

  /** 00:00 of {@link #DAY} in Japan. */
  static final Instant MIDNIGHT = Instant.parse("2023-06-30T15:00:00Z");

  static final RuleIssuer OPERATOR = new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);

  /** Of {@link #content}; written down in docs/rules.md. */
  static final String HASH = "e3bab6aefa2771b38b80546f6d5cf0f729f88ad89ac540933dcd54886cbc5119";

  private RuleGiven() {}

  private static RuleContent content(RuleIssuer issuer) {
    return new RuleContent("運用細則", issuer, "第1条\n本文", null);
  }

  static NotifyRule notification(
      String rule,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return command(rule, OPERATOR, null, from, published, supersedes, reason);
  }

  static NotifyRule hashed(String hash) {
    return command("a", OPERATOR, hash, DAY, NOW, null, null);
  }

  static NotifyRule by(String vendor) {
    var issuer = new RuleIssuer(RuleIssuer.Kind.VENDOR, vendor);
    return command("a", issuer, null, DAY, NOW, null, null);
  }

  private static NotifyRule command(
      String rule,
      RuleIssuer issuer,
      @Nullable String hash,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return new NotifyRule(
        "mysecure", rule, content(issuer), hash, null, from, notice(published), supersedes, reason);
  }

  private static TermsRuleNotified.Notice notice(Instant published) {
    return new TermsRuleNotified.Notice(
        "https://example.jp/", published, List.of(NoticeChannel.WEB), null, null);
  }

  static TermsRuleNotified notified(
      String rule,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return new TermsRuleNotified(
        "mysecure",
        rule,
        content(OPERATOR),
        HASH,
        null,
        from,
        notice(published),
        supersedes,
        reason);
  }

  static TermsRuleEnded ended(String rule, LocalDate on) {
    return new TermsRuleEnded("mysecure", rule, on, "a mistake");
  }

  static TermsVersionPublished published(String version) {
    PublishTermsVersion command = RealTerms.publish(version);
    return new TermsVersionPublished(
        command.document(),
        command.version(),
        command.effectiveFrom(),
        command.amendedOn(),
        command.amendmentReference(),
        command.basis(),
        command.content(),
        ContentHash.of(command.content()),
        ContentHash.ofNodes(command.content()),
        command.reason());
  }
}
