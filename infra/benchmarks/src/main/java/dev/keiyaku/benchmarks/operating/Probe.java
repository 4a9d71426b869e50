package dev.keiyaku.benchmarks.operating;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;

/** One client among many, whose waiting is measured. */
record Probe(Clients clients, URI door, String token, String application) {

  static Probe of(Product product, Clients clients, Known known) throws Exception {
    return new Probe(
        clients,
        product.address("api-gateway"),
        known.applications().token(),
        Files.readString(known.applications().body()));
  }

  /** The same at another door. */
  Probe at(URI other) {
    return new Probe(clients, other, token, application);
  }

  /** Applies for somebody new. */
  HttpResponse<byte[]> apply() throws Exception {
    String key = UUID.randomUUID().toString();
    return clients.post(
        door.resolve("/v1/subscriptions"), token, application.replace("@key@", key));
  }

  /** From a command's answer to its effect in a query's answer, in milliseconds. */
  double untilSeen() throws Exception {
    var answer = apply();
    Clients.json(answer);
    String version = answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    String at = answer.headers().firstValue("Location").orElseThrow();
    var query = door.resolve(at + "?minVersion=" + version);
    long start = System.nanoTime();
    int status = clients.get(query, token).statusCode();
    while (status == 503) {
      status = clients.get(query, token).statusCode();
    }
    if (status != 200) {
      throw new IllegalStateException(query + " " + status);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** The value below which this share of them lies. */
  static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)];
  }
}
