package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, to be asked for single things. */
record Answer(HttpResponse<String> response) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Whoever is refused is told why. */
  Answer told() {
    if (status() >= 400) {
      assertThat(text("detail")).as(response.body()).isNotBlank().doesNotContain("{");
    }
    return this;
  }

  int status() {
    return response.statusCode();
  }

  JsonNode body() {
    return JSON.readTree(response.body());
  }

  String text(String field) {
    return body().path(field).asString();
  }

  String code() {
    return text("code");
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
