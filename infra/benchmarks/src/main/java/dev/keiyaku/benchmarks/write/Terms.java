package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Unable;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** The real terms, published through the API as on the first start. */
final class Terms {

  static final String VERSION = "2023-07-01";

  private static final Path FOLDER = Path.of("infra/standalone/src/main/resources/terms/mysecure");

  private Terms() {}

  /** Publishes the version in force; its content hash. */
  static String publish(int port) throws IOException, InterruptedException {
    var address = "http://127.0.0.1:" + port + "/v1/terms/mysecure/versions";
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + TestIssuer.shared().token(Role.LEGAL))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "bench-terms")
            .POST(HttpRequest.BodyPublishers.ofFile(FOLDER.resolve(VERSION + ".json")))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 201) {
        throw new Unable("the terms were answered " + answer.statusCode());
      }
      return JsonMapper.shared().readTree(answer.body()).path("contentSha256").asString();
    }
  }
}
