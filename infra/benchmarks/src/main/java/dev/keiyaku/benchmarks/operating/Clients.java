package dev.keiyaku.benchmarks.operating;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single requests to a running product, as its machine clients send them. */
record Clients(Product product, HttpClient http) {

  static Clients of(Product product) {
    return new Clients(
        product, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /** A real access token. */
  String token(String client) throws IOException, InterruptedException {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(product.home().resolve("secrets/clients.properties"))) {
      secrets.load(in);
    }
    String credentials = client + ":" + secrets.getProperty(client);
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(product.authorization().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return json(http.send(request, BodyHandlers.ofByteArray())).path("access_token").asString();
  }

  HttpResponse<byte[]> get(URI address, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(URI address, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.uri()
              + " "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return JsonMapper.shared().readTree(answer.body());
  }
}
