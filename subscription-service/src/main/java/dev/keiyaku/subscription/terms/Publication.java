package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.contract.terms.GoverningDocument;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A version as it is sent for publication; {@code docs/terms-format.md} describes it. */
record Publication(
    @Nullable String version,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    @Nullable AmendmentBasis basis,
    @Nullable Content content,
    @Nullable String contentSha256,
    @Nullable String reason,
    @Nullable VersionKind kind,
    @Nullable String predecessor,
    @Nullable List<String> replacesElided) {

  private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
  private static final int DEEPEST = 50;

  PublishTermsVersion command(String document) {
    var name = Fields.text(version, "version", 60);
    if (!VERSION.matcher(name).matches()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("version", "invalid");
    }
    return new PublishTermsVersion(
        document,
        name,
        effectiveFrom,
        amendedOn,
        amendmentReference,
        basis,
        Fields.required(content, "content").whole(),
        contentSha256,
        reason,
        succession());
  }

  private Succession succession() {
    return new Succession(
        kind,
        predecessor,
        replacesElided == null
            ? List.of()
            : each(replacesElided, "replacesElided", (path, _) -> path));
  }

  /** The content, before it is known to be whole. */
  record Content(
      @Nullable String title,
      @Nullable Vendor vendor,
      @Nullable List<GoverningDocument> governing,
      @Nullable List<EligibilityRule> eligibility,
      @Nullable List<Node> nodes) {

    TermsContent whole() {
      var named = Fields.required(vendor, "content.vendor");
      Fields.text(named.name(), "content.vendor.name", 200);
      return new TermsContent(
          Fields.text(title, "content.title", 200),
          named,
          each(governing, "content.governing", Content::whole),
          each(eligibility, "content.eligibility", Content::whole),
          each(nodes, "content.nodes", (node, path) -> node.whole(path, 1)));
    }

    private static GoverningDocument whole(GoverningDocument governing, String path) {
      Fields.text(governing.title(), path + ".title", 200);
      Fields.required(governing.path(), path + ".path");
      return governing;
    }

    private static EligibilityRule whole(EligibilityRule rule, String path) {
      Fields.required(rule.product(), path + ".product");
      Fields.required(rule.agreement(), path + ".agreement");
      each(rule.plans(), path + ".plans", (plan, _) -> plan);
      Fields.required(rule.path(), path + ".path");
      return rule;
    }
  }

  /** A node, before it is known to be whole. */
  record Node(
      @Nullable String path,
      @Nullable NodeKind kind,
      @Nullable String label,
      @Nullable String heading,
      @Nullable String text,
      @Nullable Boolean elided,
      @Nullable String note,
      @Nullable List<Node> children) {

    TermsNode whole(String at, int depth) {
      if (depth > DEEPEST) {
        throw Problem.of(ProblemCode.TERMS_INVALID).violation(at, "too-deep");
      }
      return new TermsNode(
          Fields.text(path, at + ".path", 200),
          Fields.required(kind, at + ".kind"),
          Objects.requireNonNullElse(label, ""),
          heading,
          text,
          Boolean.TRUE.equals(elided),
          note,
          children == null
              ? List.of()
              : each(children, at + ".children", (node, place) -> node.whole(place, depth + 1)));
    }
  }

  private static <T, R> List<R> each(
      @Nullable List<T> sent, String path, BiFunction<T, String, R> whole) {
    var list = Fields.required(sent, path);
    return IntStream.range(0, list.size())
        .mapToObj(i -> {
          var place = path + "[" + i + "]";
          return whole.apply(Fields.required(list.get(i), place), place);
        })
        .toList();
  }
}
