package dev.keiyaku.standalone.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One request, one answer; nothing is tried twice here. */
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Consumer<HttpResponse<byte[]>> witness;

  Http(Consumer<HttpResponse<byte[]>> witness) {
    this.witness = witness;
  }

  Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    String what = request.method() + " " + request.uri();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      witness.accept(response);
      return new Answer(response.statusCode(), json(response.body()), response.headers());
    } catch (IOException | JacksonException cause) {
      throw new Unanswered(what, cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new Unanswered(what, cause);
    }
  }

  private static JsonNode json(byte[] bytes) {
    return bytes.length == 0 ? MissingNode.getInstance() : JsonMapper.shared().readTree(bytes);
  }
}
