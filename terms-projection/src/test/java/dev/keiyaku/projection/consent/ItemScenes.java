package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.projection.Scenes;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Versions whose six items of 第7条 1 have words. */
final class ItemScenes {

  private ItemScenes() {}

  static TermsVersionPublished oldTerms() {
    return version(Scenes.OLD, null, null, "ウェブルート株式会社");
  }

  static TermsVersionPublished newTerms(AmendmentBasis basis) {
    return version(Scenes.NEW, LocalDate.of(2023, 7, 1), basis, "オープンテキスト株式会社");
  }

  /** The act with what was shown before it. */
  static TermsAccepted shown(TermsAccepted act, SealedText evidence, SealedText reason) {
    return new TermsAccepted(
        act.subscriptionId(),
        act.acceptanceId(),
        act.terms(),
        act.items(),
        act.basis(),
        new TermsAccepted.Display("sha-of-" + act.terms().version(), act.effectiveAt(), evidence),
        act.effectiveAt(),
        reason);
  }

  private static TermsVersionPublished version(
      String name, @Nullable LocalDate from, @Nullable AmendmentBasis basis, String vendor) {
    var items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(n -> node("art7/p1/i" + n, NodeKind.ITEM, "(" + n + ")", words(n, vendor)))
            .toList();
    var content = new TermsContent("マイセキュア利用規約", new Vendor(vendor), List.of(), List.of(), items);
    var hashes =
        items.stream()
            .map(TermsNode::path)
            .collect(Collectors.toMap(Function.identity(), path -> "sha-of-" + path));
    return new TermsVersionPublished(
        "mysecure", name, from, null, null, basis, content, "sha-of-" + name, hashes, null);
  }

  private static String words(int item, String vendor) {
    return item == 3 ? "アカウントに関する契約者の情報が、" + vendor + "のサーバに格納されること。" : "事項" + item;
  }

  private static TermsNode node(String path, NodeKind kind, String label, String text) {
    return new TermsNode(path, kind, label, null, text, false, null, List.of());
  }
}
