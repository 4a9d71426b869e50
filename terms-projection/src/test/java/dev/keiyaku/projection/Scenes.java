package dev.keiyaku.projection;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.SealedText;
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
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.Vendor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Events for tests: two versions of the terms, and what happens to a subscription. */
public final class Scenes {

  public static final String OLD = "until-2023-06-30";
  public static final String NEW = "2023-07-01";

  private Scenes() {}

  /** A time in Japan, such as {@code 2023-07-01T00:00}. */
  public static Instant japan(String localTime) {
    return LocalDateTime.parse(localTime).atZone(Japan.ZONE).toInstant();
  }

  /** The version whose start is open. */
  public static TermsVersionPublished oldTerms() {
    return version(OLD, null, null, "ウェブルート");
  }

  /** The amendment of 2023-07-01 (民法548条の4第1項2号). */
  public static TermsVersionPublished newTerms() {
    return version(NEW, LocalDate.of(2023, 7, 1), AmendmentBasis.REASONABLE_CHANGE, "オープンテキスト");
  }

  public static TermsNoticeRecorded notice(String version, Instant published) {
    return new TermsNoticeRecorded(
        "mysecure",
        version,
        "n-" + version,
        "https://example.jp/",
        published,
        "00",
        null,
        List.of(NoticeChannel.WEB),
        null);
  }

  public static SubscriptionApplied applied(
      String id, String subscriber, @Nullable String isp, Instant at) {
    var channel =
        isp == null
            ? new Channel(Channel.Kind.OWN_OFFICE, null)
            : new Channel(Channel.Kind.PARTNER_ISP, isp);
    return new SubscriptionApplied(
        id,
        subscriber,
        Product.MYSECURE_1LICENSE_TYPE2,
        channel,
        isp,
        "B-1",
        new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, 1),
        terms(inForce(at)),
        null,
        at,
        null);
  }

  public static TermsAccepted accepted(String id, String acceptance, String version, Instant at) {
    var items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(n -> new TermsAccepted.AcceptedItem(n, clause(version, "art7/p1/i" + n)))
            .toList();
    return new TermsAccepted(
        id,
        acceptance,
        terms(version),
        items,
        AcceptanceBasis.EXPLICIT,
        new TermsAccepted.Display("00", at, null),
        at,
        null);
  }

  public static SubscriptionActivated activated(String id, Instant at) {
    return new SubscriptionActivated(id, "v-" + id, at, null);
  }

  public static SubscriptionSuspended suspended(
      String id, String suspension, SuspensionGround ground, Instant at) {
    return suspended(id, suspension, ground, at, null);
  }

  public static SubscriptionSuspended suspended(
      String id,
      String suspension,
      SuspensionGround ground,
      Instant at,
      @Nullable SealedText note) {
    return new SubscriptionSuspended(
        id,
        suspension,
        ground,
        clause(inForce(at), ground.path()),
        at,
        null,
        note,
        "INC-1",
        null,
        null);
  }

  public static SuspensionLifted lifted(String id, String suspension, Instant at) {
    return new SuspensionLifted(id, suspension, at, null);
  }

  public static SuspensionWithdrawn suspensionWithdrawn(String id, String suspension, Instant at) {
    return new SuspensionWithdrawn(id, suspension, at, null);
  }

  public static SubscriptionCancelled cancelled(String id, String cancellation, Instant at) {
    return new SubscriptionCancelled(id, cancellation, at, null);
  }

  public static CancellationWithdrawn cancellationWithdrawn(
      String id, String cancellation, Instant at) {
    return new CancellationWithdrawn(id, cancellation, at, null);
  }

  public static AmendmentObjected objected(String id, String objection, Instant at) {
    return new AmendmentObjected(id, objection, terms(NEW), null, at, null);
  }

  public static ObjectionWithdrawn objectionWithdrawn(String id, String objection, Instant at) {
    return new ObjectionWithdrawn(id, objection, at, null);
  }

  /** Of one item, as an act of the version gave it. */
  public static ConsentWithdrawn consentWithdrawn(
      String id, String withdrawal, int item, String acceptance, String version, Instant at) {
    var clause = clause(version, "art7/p1/i" + item);
    var items = List.of(new ConsentWithdrawn.WithdrawnItem(item, acceptance, clause));
    return new ConsentWithdrawn(id, withdrawal, items, null, at, null);
  }

  public static ConsentWithdrawalSettled settled(
      String id, String withdrawal, Settlement settlement, Instant at) {
    return new ConsentWithdrawalSettled(id, withdrawal, settlement, at, null);
  }

  public static EntryCorrected voided(String id, String eventId, Instant at) {
    return new EntryCorrected(id, eventId, EntryCorrected.Kind.VOID, null, at, null);
  }

  public static EntryCorrected retimed(String id, String eventId, Instant to, Instant at) {
    return new EntryCorrected(id, eventId, EntryCorrected.Kind.RETIME, to, at, null);
  }

  private static String inForce(Instant at) {
    return at.isBefore(japan("2023-07-01T00:00")) ? OLD : NEW;
  }

  private static TermsReference terms(String version) {
    return new TermsReference("mysecure", version, "sha-of-" + version);
  }

  private static ClauseReference clause(String version, String path) {
    return new ClauseReference("mysecure", version, path, "sha-of-" + path);
  }

  private static TermsVersionPublished version(
      String name, @Nullable LocalDate from, @Nullable AmendmentBasis basis, String vendor) {
    var items = IntStream.rangeClosed(1, 5).mapToObj(n -> item(n, vendor)).toList();
    var paragraph =
        new TermsNode(
            "art15/p1", NodeKind.PARAGRAPH, "1", null, "当社は、次の場合には、…", false, null, items);
    var article =
        new TermsNode(
            "art15", NodeKind.ARTICLE, "第15条", "利用中止", null, false, null, List.of(paragraph));
    var content =
        new TermsContent("マイセキュア利用規約", new Vendor(vendor), List.of(), List.of(), List.of(article));
    var hashes =
        items.stream().collect(Collectors.toMap(TermsNode::path, item -> "sha-of-" + item.path()));
    return new TermsVersionPublished(
        "mysecure", name, from, null, null, basis, content, "sha-of-" + name, hashes, null);
  }

  private static TermsNode item(int number, String vendor) {
    var text = number == 4 ? vendor + "の事情により、全く利用できなくなったとき" : "(" + number + ")の事由";
    return new TermsNode(
        "art15/p1/i" + number,
        NodeKind.ITEM,
        "(" + number + ")",
        null,
        text,
        false,
        null,
        List.of());
  }
}
