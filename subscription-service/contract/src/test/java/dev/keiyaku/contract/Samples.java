package dev.keiyaku.contract;

import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.contract.terms.GoverningDocument;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of each event, with every field filled. */
final class Samples {

  private static final String ID = "0188fcb0-0000-7000-8000-000000000001";
  private static final String OTHER = "0188fcb0-0000-7000-8000-000000000002";
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final Instant AT = Instant.parse("2023-06-30T15:00:00.000001Z");
  private static final SealedText SEALED = new SealedText(OTHER, "c2VhbGVk");
  private static final TermsReference TERMS = new TermsReference("mysecure", "2023-07-01", HASH);

  private Samples() {}

  static List<DomainEvent> all() {
    return List.of(
        applied(),
        displayed(),
        accepted(),
        new AmendmentObjected(ID, OTHER, TERMS, SEALED, AT, SEALED),
        new ObjectionWithdrawn(ID, OTHER, AT, SEALED),
        consentWithdrawn(),
        new ConsentWithdrawalSettled(ID, OTHER, Settlement.KEPT, AT, SEALED),
        new SubscriptionActivated(ID, "vendor-1", AT, SEALED),
        suspended(),
        new SuspensionLifted(ID, OTHER, AT, SEALED),
        new SuspensionWithdrawn(ID, OTHER, AT, SEALED),
        new SubscriptionCancelled(ID, OTHER, AT, SEALED),
        new CancellationWithdrawn(ID, OTHER, AT, SEALED),
        new EntryCorrected(ID, OTHER, EntryCorrected.Kind.RETIME, AT, AT, SEALED),
        published(),
        noticed(),
        succeeded(),
        withdrawnVersion(),
        rule(),
        new TermsRuleEnded("mysecure", "security-rules", LocalDate.of(2023, 7, 1), "ended"),
        drafted(),
        opened(),
        new CampaignClosed(ID, AT, "everybody has answered"));
  }

  private static DomainEvent opened() {
    var query =
        new CohortQuery(
            "mysecure",
            "2023-07-01",
            "BOUND_BY_NOTICE",
            "art7/p1/i3",
            "ウェブルート",
            "EXPLICIT",
            true,
            "ISP-A",
            "MYSECURE",
            AT,
            AT);
    var clause = new ClauseReference("mysecure", "2023-07-01", "art7/p1/i3", HASH);
    return new CampaignOpened(
        ID,
        "第7条1(3)の再同意",
        new CampaignTarget("mysecure", "2023-07-01", HASH, List.of(clause)),
        new Cohort(query, 42, HASH, 7),
        AT,
        LocalDate.of(2023, 9, 30),
        "a new vendor");
  }

  private static DomainEvent applied() {
    return new SubscriptionApplied(
        ID,
        "C0000001234",
        Product.MYSECURE_1LICENSE_TYPE2,
        new Channel(Channel.Kind.PARTNER_ISP, "ISP-A"),
        "ISP-A",
        "BILLING-1",
        new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, 2),
        TERMS,
        clause("art5/def3"),
        AT,
        SEALED);
  }

  private static DomainEvent rule() {
    return new TermsRuleNotified(
        "mysecure",
        "security-rules",
        new RuleContent(
            "セキュリティ運用細則",
            new RuleIssuer(RuleIssuer.Kind.VENDOR, "オープンテキスト株式会社"),
            "本文",
            new RuleContent.RuleDocument("application/pdf", HASH)),
        HASH,
        "Y2FwdHVyZWQ=",
        LocalDate.of(2023, 7, 1),
        new TermsRuleNotified.Notice(
            "https://example.com/rules",
            AT,
            List.of(NoticeChannel.WEB, NoticeChannel.LETTER),
            HASH,
            "Y2FwdHVyZWQ="),
        "security-rules-2022",
        "a rule of the vendor");
  }

  private static DomainEvent displayed() {
    return new TermsDisplayed(ID, OTHER, ID, TERMS, SEALED, AT, SEALED);
  }

  private static DomainEvent consentWithdrawn() {
    var item = new ConsentWithdrawn.WithdrawnItem(3, OTHER, clause("art7/p1/i3"));
    return new ConsentWithdrawn(ID, OTHER, List.of(item), SEALED, AT, SEALED);
  }

  private static DomainEvent accepted() {
    return new TermsAccepted(
        ID,
        OTHER,
        TERMS,
        List.of(new TermsAccepted.AcceptedItem(1, clause("art7/p1/i1"))),
        TermsAccepted.AcceptanceBasis.EXPLICIT,
        new TermsAccepted.Display(HASH, AT, SEALED),
        AT,
        SEALED);
  }

  private static DomainEvent suspended() {
    return new SubscriptionSuspended(
        ID,
        OTHER,
        SuspensionGround.VENDOR,
        clause("art15/p1/i4"),
        AT,
        AT,
        SEALED,
        "INC-1",
        new SubscriptionSuspended.Notice(AT, "https://example.com/notice", SEALED),
        SEALED);
  }

  private static DomainEvent published() {
    var item = new TermsNode("art1/i1", NodeKind.ITEM, "(1)", null, null, true, "略", List.of());
    var article =
        new TermsNode("art1", NodeKind.ARTICLE, "第1条", "（範囲）", "本文", false, null, List.of(item));
    return new TermsVersionPublished(
        "mysecure",
        "2023-07-01",
        LocalDate.of(2023, 7, 1),
        LocalDate.of(2023, 6, 16),
        "レパN第009600000752-01",
        AmendmentBasis.REASONABLE_CHANGE,
        new TermsContent(
            "マイセキュア利用規約",
            new Vendor("オープンテキスト株式会社"),
            List.of(new GoverningDocument("IP通信網サービス契約約款(OCN)", "art1")),
            List.of(
                new EligibilityRule(
                    "MYSECURE_1LICENSE_TYPE2",
                    "IP_NETWORK_SERVICE",
                    2,
                    8,
                    2,
                    List.of(1, 2),
                    "art1")),
            List.of(article)),
        HASH,
        Map.of("art1", HASH),
        "amendment");
  }

  private static DomainEvent noticed() {
    return new TermsNoticeRecorded(
        "mysecure",
        "2023-07-01",
        OTHER,
        "https://example.com/notice",
        AT,
        HASH,
        "Y2FwdHVyZWQ=",
        List.of(NoticeChannel.WEB, NoticeChannel.LETTER),
        "notice");
  }

  private static DomainEvent drafted() {
    return new TermsVersionDrafted(
        "mysecure",
        "2023-08-01",
        LocalDate.of(2023, 8, 1),
        LocalDate.of(2023, 7, 16),
        "レパN第009600000752-02",
        AmendmentBasis.REASONABLE_CHANGE,
        VersionKind.AMENDMENT,
        "2023-07-01",
        List.of("art3-art4"),
        new TermsContent(
            "マイセキュア利用規約",
            new Vendor("オープンテキスト株式会社"),
            List.of(),
            List.of(),
            List.of(
                new TermsNode(
                    "art1", NodeKind.ARTICLE, "第1条", "（範囲）", "本文", false, "注", List.of()))),
        HASH,
        "draft");
  }

  private static DomainEvent succeeded() {
    return new TermsSuccessionNamed(
        "mysecure", "2023-08-01", VersionKind.EDITORIAL, "2023-07-01", List.of("art3-art4"));
  }

  private static DomainEvent withdrawnVersion() {
    return new TermsVersionWithdrawn("mysecure", "2023-07-01", AT, "withdrawn");
  }

  private static ClauseReference clause(String path) {
    return new ClauseReference("mysecure", "2023-07-01", path, HASH);
  }
}
