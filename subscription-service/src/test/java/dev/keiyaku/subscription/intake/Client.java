package dev.keiyaku.subscription.intake;

import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.subscription.TestTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine client of the service. */
record Client(HttpClient http, URI service, String token) {

  static Client of(HttpClient http, Node node, Role role) {
    return new Client(http, node.address(), TestIssuer.shared().token(role));
  }

  static Client of(HttpClient http, Node node, Role role, String isp) {
    return new Client(http, node.address(), TestIssuer.shared().token(role, isp));
  }

  Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, String body, String key, String... headers) {
    var request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Answer send(HttpRequest request) {
    try {
      return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString())).told();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An application that is accepted, from 2023-07-02 on, under the new version. */
  static String application(String subscriber, @Nullable String isp) {
    var channel =
        isp == null
            ? "{\"kind\": \"OWN_OFFICE\"}"
            : "{\"kind\": \"PARTNER_ISP\", \"isp\": \"" + isp + "\"}";
    return """
    {"subscriberId": "%s", "product": "MYSECURE_1LICENSE_TYPE2", "channel": %s,
     "networkContract": {"agreement": "IP_NETWORK_SERVICE", "category": 2, "type": 8,
                         "course": 2, "plan": 2},
     "appliedAt": "2023-07-02T00:00:00+09:00",
     "acceptance": {"document": "mysecure", "version": "2023-07-01", "contentSha256": "%s",
                    "items": [1, 2, 3, 4, 5, 6],
                    "display": {"displayedAt": "2023-07-01T23:58:12+09:00", "locale": "ja",
                                "place": "https://isp-a.example/apply",
                                "userAgent": "Mozilla/5.0"}},
     "reason": "late entry of a paper application"}
    """
        .formatted(subscriber, channel, TestTerms.hash(TestTerms.NEW));
  }
}
