package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that decisions rest on, in the two versions of the source, with hashes of their own.
 */
public final class TestTerms {

  public static final String OLD = "until-2023-06-30";
  public static final String NEW = "2023-07-01";
  static final String LATER = "2023-12-01";
  public static final String OLD_WORDS =
      "当社にマイセキュア契約の申込をする者 なお、「マイセキュア(1ライセンス)タイプ2」については、"
          + "IP通信網サービス契約約款の第2種契約者(タイプ8のコース2のプラン1に係る者として)に限りま。";
  private static final String NEW_WORDS =
      "当社にマイセキュア契約の申込をする者 なお、「マイセキュア(1ライセンス)タイプ2」については、"
          + "IP通信網サービス契約約款(OCN)の第2種契約者(タイプ8のコース2のプラン1、 タイプ8のコース2のプラン2"
          + " および タイプ8のコース2のプラン3 に係る者として)に限りま。";

  private TestTerms() {}

  /** What is recorded of a document: nothing, unless it is {@code mysecure}. */
  public static TermsHistory of(String document) {
    if (!document.equals("mysecure")) {
      return TermsHistory.empty();
    }
    var old = version(OLD, null, OLD_WORDS, List.of(1), "ウェブルート株式会社");
    var amended =
        version(NEW, LocalDate.of(2023, 7, 1), NEW_WORDS, List.of(1, 2, 3), "オープンテキスト株式会社");
    return TermsHistory.empty()
        .plus(new RecordedEvent<>("t0", 0, Instant.parse("2023-06-01T00:00:00Z"), old))
        .plus(new RecordedEvent<>("t1", 1, Instant.parse("2023-06-16T00:00:00Z"), amended));
  }

  /** The same, and an amendment that is still to come: {@link #LATER}. */
  static TermsHistory withOneToCome(String document) {
    var amended = version(LATER, LocalDate.of(2023, 12, 1), NEW_WORDS, List.of(1), "ベンダー株式会社");
    var history = of(document);
    return history.versions().isEmpty()
        ? history
        : history.plus(
            new RecordedEvent<>("t2", 2, Instant.parse("2023-06-17T00:00:00Z"), amended));
  }

  /** The same, and what was to come is withdrawn. */
  static TermsHistory withOneWithdrawn(String document) {
    var at = Instant.parse("2023-06-18T00:00:00Z");
    return withOneToCome(document)
        .plus(
            new RecordedEvent<>(
                "t3", 3, at, new TermsVersionWithdrawn("mysecure", LATER, at, "mistaken")));
  }

  /** The same, and what is to come only corrects how it is written. */
  static TermsHistory withOneEditorial(String document) {
    var at = Instant.parse("2023-06-18T00:00:00Z");
    return withOneToCome(document)
        .plus(
            new RecordedEvent<>(
                "t3",
                3,
                at,
                new TermsSuccessionNamed(
                    "mysecure", LATER, VersionKind.EDITORIAL, NEW, List.of())));
  }

  public static TermsReference reference(String version) {
    return new TermsReference("mysecure", version, hash(version));
  }

  public static String hash(String version) {
    return (version.equals(OLD) ? "a" : version.equals(NEW) ? "b" : "c").repeat(64);
  }

  static ClauseReference clause(String version, String path) {
    return new ClauseReference("mysecure", version, path, version + "#" + path);
  }

  static List<AcceptedItem> items(String version) {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(item -> new AcceptedItem(item, clause(version, "art7/p1/i" + item)))
        .toList();
  }

  private static TermsVersionPublished version(
      String name, @Nullable LocalDate from, String words, List<Integer> plans, String vendor) {
    var nodes =
        Stream.of(
                Stream.of(node("art5/def3", NodeKind.DEFINITION, words)),
                IntStream.rangeClosed(1, 6)
                    .mapToObj(item -> node("art7/p1/i" + item, NodeKind.ITEM, vendor + item)),
                IntStream.rangeClosed(1, 5)
                    .mapToObj(item -> node("art15/p1/i" + item, NodeKind.ITEM, vendor + item)))
            .flatMap(each -> each)
            .toList();
    var rule =
        new EligibilityRule(
            "MYSECURE_1LICENSE_TYPE2", "IP_NETWORK_SERVICE", 2, 8, 2, plans, "art5/def3");
    var content =
        new TermsContent("マイセキュア利用規約", new Vendor(vendor), List.of(), List.of(rule), nodes);
    var hashes = new HashMap<String, String>();
    nodes.forEach(node -> hashes.put(node.path(), name + "#" + node.path()));
    return new TermsVersionPublished(
        "mysecure",
        name,
        from,
        null,
        null,
        from == null ? null : AmendmentBasis.REASONABLE_CHANGE,
        content,
        hash(name),
        hashes,
        null);
  }

  private static TermsNode node(String path, NodeKind kind, String text) {
    return new TermsNode(path, kind, "", null, text, false, null, List.of());
  }
}
