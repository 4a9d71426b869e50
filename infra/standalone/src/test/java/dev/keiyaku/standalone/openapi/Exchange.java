package dev.keiyaku.standalone.openapi;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered over HTTP.
 *
 * @param path without the query
 * @param sent the request's JSON; null when there was none
 * @param headers the answer's, by name in any case
 * @param body the answer's, as text; empty when there was none
 */
public record Exchange(
    String method,
    String path,
    @Nullable String sent,
    int status,
    Map<String, List<String>> headers,
    String body) {

  public Exchange {
    var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
  }

  /** What {@code java.net.http} saw. */
  public static Exchange of(HttpResponse<byte[]> answer) {
    var request = answer.request();
    return new Exchange(
        request.method(),
        request.uri().getRawPath(),
        request.bodyPublisher().map(Exchange::sent).filter(json -> !json.isEmpty()).orElse(null),
        answer.statusCode(),
        answer.headers().map(),
        new String(answer.body(), StandardCharsets.UTF_8));
  }

  /** A publisher of bytes can be asked again. */
  private static String sent(BodyPublisher body) {
    var reader = BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer bytes) {
            reader.onNext(List.of(bytes));
          }

          @Override
          public void onError(Throwable thrown) {
            reader.onError(thrown);
          }

          @Override
          public void onComplete() {
            reader.onComplete();
          }
        });
    return reader.getBody().toCompletableFuture().join();
  }

  /** The answer's media type, without parameters; empty when there is none. */
  String mediaType() {
    return header("Content-Type").split(";")[0].strip();
  }

  /** The first value of an answer's header; empty when there is none. */
  String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  @Override
  public String toString() {
    return method + " " + path + " → " + status;
  }
}
