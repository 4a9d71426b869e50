package dev.keiyaku.standalone.openapi;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  public static Exchange of(HttpResponse<String> answer, @Nullable String sent) {
    var request = answer.request();
    return new Exchange(
        request.method(),
        URI.create(request.uri().toString()).getRawPath(),
        sent,
        answer.statusCode(),
        answer.headers().map(),
        answer.body());
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
