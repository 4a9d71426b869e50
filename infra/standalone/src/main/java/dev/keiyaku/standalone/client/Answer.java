package dev.keiyaku.standalone.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body the JSON; missing when the answer has none
 */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

  /** The text at a JSON pointer, or "" when there is none. */
  public String text(String pointer) {
    return at(pointer).asString("");
  }

  public JsonNode at(String pointer) {
    return body.at(pointer);
  }

  /** The stream's version, for {@code minVersion}; "" when the answer names none. */
  public String version() {
    return headers.firstValue("ETag").orElse("").replace("\"", "");
  }

  /** The stable code of a refusal, or "". */
  public String code() {
    return text("/code");
  }

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }
}
