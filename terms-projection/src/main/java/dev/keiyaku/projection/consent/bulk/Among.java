package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Among which subscriptions, and which page of them.
 *
 * @param visibleIsp the ISP that the caller is bound to; null when it sees all
 * @param after the key behind which the page begins
 */
record Among(
    @Nullable String visibleIsp,
    @Nullable String isp,
    @Nullable Product product,
    String after,
    int limit) {

  /** Among the names of a question's parameters, those that are said here. */
  static String[] and(String... others) {
    return Stream.concat(Stream.of(others), Stream.of("isp", "product", "cursor", "limit"))
        .toArray(String[]::new);
  }

  static Among of(Asked asked, Caller caller) {
    return new Among(
        caller.isp(),
        asked.text("isp"),
        asked.one("product", Product.class),
        Cursor.key(asked.text("cursor")),
        Page.limit(asked));
  }

  /** Whether an ISP's subscriptions alone are meant: an index has them together. */
  boolean ofAnIsp() {
    return visibleIsp != null || isp != null;
  }

  /** On a row {@code c} of {@code projection.known_contract}: under the document, and meant. */
  String sql(String document) {
    var products = products(document);
    return Stream.of(
            visibleIsp == null ? "" : " AND c.belongs_to_isp = :visibleIsp",
            isp == null ? "" : " AND c.belongs_to_isp = :isp",
            products.size() == Product.values().length ? "" : " AND c.product = ANY (:products)")
        .collect(Collectors.joining());
  }

  Map<String, Object> parameters(String document) {
    var parameters = new HashMap<String, Object>();
    parameters.put("products", products(document).toArray(String[]::new));
    if (visibleIsp != null) {
      parameters.put("visibleIsp", visibleIsp);
    }
    if (isp != null) {
      parameters.put("isp", isp);
    }
    return parameters;
  }

  private List<String> products(String document) {
    return Arrays.stream(Product.values())
        .filter(each -> each.document().equals(document))
        .filter(each -> product == null || product == each)
        .map(Product::name)
        .toList();
  }
}
