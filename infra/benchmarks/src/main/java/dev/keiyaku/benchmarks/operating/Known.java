package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What is posted to the product: applications, and suspensions of subscriptions made before. */
record Known(Posts applications, Posts suspensions) {

  private static final int IN_FLIGHT = 16;

  /** Over HTTP, where each is suspended a few times only. */
  private static final int ENOUGH = 3_000;

  private static final String APPLICATION =
      """
      {"subscriberId": "C-@key@", "product": "MYSECURE_1LICENSE_TYPE2",
       "channel": {"kind": "PARTNER_ISP", "isp": "ISP-A"},
       "networkContract": {"agreement": "IP_NETWORK_SERVICE", "category": 2, "type": 8, "course": 2, "plan": 2},
       "acceptance": {"document": "mysecure", "version": "2023-07-01", "contentSha256": "%s",
                      "items": [1, 2, 3, 4, 5, 6],
                      "display": {"displayedAt": "2026-01-01T09:00:00+09:00", "locale": "ja",
                                  "place": "https://isp-a.example/apply", "userAgent": "Mozilla/5.0"}}}
      """;

  private static final String SUSPENSION = "{\"ground\": \"VENDOR\", \"reason\": \"全面停止\"}";

  /** Makes the subscriptions, and the files that wrk reads. */
  static Known prepare(Bay bay, Product product, Clients clients) throws Exception {
    String provisioning = clients.token("provisioning");
    String application = APPLICATION.formatted(hash(product, clients));
    List<String> ids = subscribe(bay, product, clients, provisioning, application);
    List<String> paths =
        ids.stream().map(id -> "/v1/subscriptions/" + id + "/suspensions").toList();
    return new Known(
        posts(bay, provisioning, "apply", List.of("/v1/subscriptions"), application),
        posts(bay, clients.token("agent"), "suspend", paths, SUSPENSION));
  }

  private static Posts posts(Bay bay, String token, String name, List<String> paths, String body)
      throws IOException {
    Path list = bay.folder().resolve(name + ".paths");
    Path text = bay.folder().resolve(name + ".json");
    return new Posts(token, Files.write(list, paths), Files.writeString(text, body), 0);
  }

  private static String hash(Product product, Clients clients) throws Exception {
    var versions = product.address("api-gateway").resolve("/v1/terms/mysecure/versions");
    for (var item : Clients.json(clients.get(versions, clients.token("legal"))).path("items")) {
      if (item.path("version").asString().equals("2023-07-01")) {
        return item.path("contentSha256").asString();
      }
    }
    throw new IllegalStateException("The terms in force are not there");
  }

  private static List<String> subscribe(
      Bay bay, Product product, Clients clients, String token, String application)
      throws Exception {
    URI to = product.address("subscription-service").resolve("/v1/subscriptions");
    var left = new AtomicInteger(Math.min(bay.pace().subscriptions(), ENOUGH));
    var ids = new ConcurrentLinkedQueue<String>();
    new Crowd(IN_FLIGHT)
        .run(() -> {
          while (left.getAndDecrement() > 0) {
            String body = application.replace("@key@", UUID.randomUUID().toString());
            ids.add(subscribe(clients, to, token, body));
          }
        });
    return List.copyOf(ids);
  }

  private static String subscribe(Clients clients, URI to, String token, String body) {
    try {
      return Clients.json(clients.post(to, token, body)).path("subscriptionId").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
