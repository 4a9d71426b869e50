package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** How long the comparison of two versions of 200 articles takes, asked of the running product. */
public final class Comparing implements Measure {

  private static final Bound BOUND = Bound.atMost(50);

  private static final String PATH = "/v1/terms/" + LongTerms.DOCUMENT + "/comparison?minVersion=";

  /** Both orders, and the form that people read. */
  private static final List<String> WAYS =
      List.of(
          way(LongTerms.OLD, LongTerms.NEW, "JSON"),
          way(LongTerms.NEW, LongTerms.OLD, "JSON"),
          way(LongTerms.OLD, LongTerms.NEW, "HTML"));

  /** Enough for the first compiler to have seen it all. */
  private static final int WARM = 60;

  private static final int A_ROUND = 20;

  private static String way(String from, String to, String format) {
    return "&from=" + from + "&to=" + to + "&format=" + format;
  }

  @Override
  public String name() {
    return "comparison";
  }

  @Override
  public String what() {
    return "the comparison of two versions of 200 articles, in either order";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Product product = Product.start(bay)) {
      var clients = Clients.of(product);
      String version = publish(product, clients);
      var token = clients.token("auditor");
      List<Result> results = new ArrayList<>();
      for (var way : WAYS) {
        var address = product.address("terms-projection").resolve(PATH + version + way);
        results.add(measured(bay, clients, way, address, token));
      }
      return results;
    }
  }

  /** The version of the document's stream, which tells when both are projected. */
  private static String publish(Product product, Clients clients) throws Exception {
    var to =
        product
            .address("subscription-service")
            .resolve("/v1/terms/" + LongTerms.DOCUMENT + "/versions");
    var legal = clients.token("legal");
    Clients.json(clients.post(to, legal, LongTerms.old()));
    var answer = clients.post(to, legal, LongTerms.amended());
    Clients.json(answer);
    return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
  }

  private static Result measured(Bay bay, Clients clients, String way, URI address, String token)
      throws Exception {
    millis(clients, address, token, WARM);
    var rounds = new double[bay.pace().rounds()];
    for (int round = 0; round < rounds.length; round++) {
      rounds[round] = millis(clients, address, token, A_ROUND);
    }
    var what = "compare 200 articles, " + way.replaceAll("&[a-zA-Z]+=", " ").strip();
    return Result.absolute(what, "ms", Spread.of(rounds), BOUND);
  }

  /** The median of so many, one after the other, until the last byte. */
  private static double millis(Clients clients, URI address, String token, int times)
      throws Exception {
    var each = new double[times];
    for (int time = 0; time < times; time++) {
      long start = System.nanoTime();
      var answer = clients.get(address, token);
      each[time] = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + " was answered " + answer.statusCode());
      }
    }
    return Spread.of(each).median();
  }
}
