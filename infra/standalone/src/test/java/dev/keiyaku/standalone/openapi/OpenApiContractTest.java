package dev.keiyaku.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

  private static final String ACTIVATION =
      "/v1/subscriptions/019abf2a-6b1e-7c44-8a51-0d6a3f0c7e21/activation";
  private static final String ACTIVATED =
      """
      {"subscriptionId": "019abf2a-6b1e-7c44-8a51-0d6a3f0c7e21", "version": 2, "status": "ACTIVE",
       "effectiveAt": "2023-07-01T10:00:00+09:00"}
      """;

  private final OpenApiContract contract = OpenApiContract.checkedIn();

  @Test
  void anAnswerAsDocumentedPasses() {
    contract.check(answer(200, ACTIVATED, Map.of("ETag", List.of("\"2\""))));
  }

  @Test
  void aStatusThatIsNotNamedIsFound() {
    assertThat(contract.differences(answer(202, ACTIVATED, Map.of())))
        .containsExactly("status 202 is not named");
  }

  @Test
  void aFieldThatIsNotNamedIsFound() {
    var more = ACTIVATED.replace("{", "{\"surprise\": 1, ");
    assertThat(contract.differences(answer(200, more, Map.of()))).hasSize(1);
  }

  @Test
  void aTimeThatIsNotJapansIsFound() {
    var utc = ACTIVATED.replace("+09:00", "Z");
    assertThat(contract.differences(answer(200, utc, Map.of()))).hasSize(1);
  }

  @Test
  void aWeakEntityTagIsFound() {
    assertThat(contract.differences(answer(200, ACTIVATED, Map.of("ETag", List.of("W/\"2\"")))))
        .hasSize(1);
  }

  @Test
  void aRefusalThatTheOperationDoesNotNameIsFound() {
    assertThat(contract.differences(refused("ALREADY_ACTIVATED"))).isEmpty();
    assertThat(contract.differences(refused("SUSPENSION_NOT_OPEN")))
        .containsExactly("the refusal SUSPENSION_NOT_OPEN is not named");
  }

  @Test
  void anOperationThatIsNotThereIsFound() {
    var elsewhere = new Exchange("GET", "/v2/subscriptions", null, 200, Map.of(), "");
    assertThatThrownBy(() -> contract.check(elsewhere)).isInstanceOf(AssertionError.class);
  }

  private static Exchange answer(int status, String body, Map<String, List<String>> headers) {
    var all = new HashMap<>(headers);
    all.put("content-type", List.of("application/json"));
    return new Exchange("POST", ACTIVATION, null, status, all, body);
  }

  private static Exchange refused(String code) {
    var body =
        """
        {"type": "urn:keiyaku:problem:%s", "title": "…", "status": 409, "code": "%s",
         "instance": "urn:uuid:4bf92f35-77b3-4da6-a3ce-929d0e0e4736"}
        """
            .formatted(code.toLowerCase(Locale.ROOT).replace('_', '-'), code);
    var headers = Map.of("Content-Type", List.of("application/problem+json"));
    return new Exchange("POST", ACTIVATION, null, 409, headers, body);
  }
}
