package dev.keiyaku.standalone.client;

import dev.keiyaku.standalone.launch.Addresses;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The gateway, as one of the machine clients sees it. */
public final class Door {

  private final Http http;
  private final Addresses addresses;
  private final Tokens tokens;

  public Door(Addresses addresses) {
    this(addresses, _ -> {});
  }

  /**
   * A door that is watched.
   *
   * @param witness sees each answer of the gateway, with its request
   */
  public Door(Addresses addresses, Consumer<HttpResponse<byte[]>> witness) {
    this.addresses = addresses;
    this.http = new Http(witness);
    this.tokens = new Tokens(addresses, new Http(_ -> {}));
  }

  /**
   * @param client whose token is sent
   * @throws Unanswered when no answer came
   */
  public Answer get(String client, String path) {
    return http.send(request(client, path).GET());
  }

  /** Sends a command under a new idempotency key. */
  public Answer post(String client, String path, Object body) {
    return post(client, path, body, UUID.randomUUID().toString());
  }

  /**
   * Sends a command under a key, so that it can be sent again.
   *
   * @throws Unanswered when no answer came
   */
  public Answer post(String client, String path, Object body, String key) {
    byte[] json = JsonMapper.shared().writeValueAsBytes(body);
    return http.send(
        request(client, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", '"' + key + '"')
            .POST(BodyPublishers.ofByteArray(json)));
  }

  private HttpRequest.Builder request(String client, String path) {
    URI uri = addresses.gateway().resolve(path);
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + tokens.of(client))
        .header("Accept-Language", "ja");
  }
}
