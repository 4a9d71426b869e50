package dev.keiyaku.standalone.client;

import dev.keiyaku.standalone.launch.Addresses;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the machine clients, asked for once each. */
final class Tokens {

  private final Map<String, String> held = new ConcurrentHashMap<>();
  private final Addresses addresses;
  private final Http http;

  Tokens(Addresses addresses, Http http) {
    this.addresses = addresses;
    this.http = http;
  }

  String of(String client) {
    return held.computeIfAbsent(client, this::ask);
  }

  private String ask(String client) {
    String credentials = client + ":" + addresses.secretOf(client);
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    URI endpoint = addresses.authorization().resolve("/oauth2/token");
    Answer answer =
        http.send(
            HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    if (!answer.succeeded()) {
      throw new Unanswered("no token for " + client + ": " + answer.status());
    }
    return answer.text("/access_token");
  }
}
