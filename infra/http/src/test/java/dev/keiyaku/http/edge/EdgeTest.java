package dev.keiyaku.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {

  private final TestIssuer issuer = TestIssuer.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    service =
        new SpringApplicationBuilder(SmallService.class)
            .properties(Map.copyOf(issuer.properties()))
            .properties("server.port=0", "keiyaku.http.service=write")
            .run();
  }

  @AfterAll
  void stop() {
    service.close();
    http.close();
  }

  @Test
  void aControllerKnowsItsCallerAndRunsOnAVirtualThread() throws Exception {
    var answer = apply("{\"at\":\"2023-06-30T15:00:00Z\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    var body = json(answer);
    assertThat(body.at("/caller/actor").asString()).isEqualTo("provisioning-isp-a");
    assertThat(body.at("/caller/role").asString()).isEqualTo("PROVISIONING");
    assertThat(body.at("/caller/isp").asString()).isEqualTo("ISP-A");
    assertThat(body.at("/caller/correlationId").asString()).hasSize(32);
    assertThat(body.at("/virtual").asBoolean()).isTrue();
    assertThat(body.at("/bytes").asInt()).isEqualTo(29);
    assertThat(body.at("/at").asString()).isEqualTo("2023-07-01T00:00:00+09:00");
  }

  @Test
  void theTraceOfTheCallerGoesOn() throws Exception {
    var answer =
        post(
            "/v1/subscriptions",
            "{\"at\":\"2023-06-30T15:00:00Z\"}",
            asked ->
                asked.header(
                    "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    assertThat(json(answer).at("/caller/correlationId").asString())
        .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(answer.headers().firstValue("traceparent").orElseThrow())
        .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01");
  }

  @Test
  void withoutATokenNobodyLearnsWhichRoutesThereAre() throws Exception {
    for (var path : new String[] {"/v1/subscriptions", "/v1/nothing", "/"}) {
      var answer = send(HttpRequest.newBuilder(at(path)).GET());
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).at("/code").asString()).isEqualTo("UNAUTHENTICATED");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void whatTheTableDoesNotListIsRefused() throws Exception {
    var token = issuer.token(Role.AGENT);
    assertProblem(get("/v1/nothing", token), 404, "NOT_FOUND");
    assertProblem(get("/v1/subscriptions/1/timeline", token), 404, "NOT_FOUND");
    var wrong = get("/v1/subscriptions", token);
    assertProblem(wrong, 405, "METHOD_NOT_ALLOWED");
    assertThat(wrong.headers().firstValue("Allow")).contains("POST");
    assertProblem(get("/v1/subscriptions;a=b", token), 400, "MALFORMED_REQUEST");
  }

  @Test
  void anotherRoleIsForbiddenAndToldWhichWouldDo() throws Exception {
    var answer =
        post("/v1/subscriptions", "{}", asked -> bearer(asked, issuer.token(Role.AUDITOR)));

    assertProblem(answer, 403, "FORBIDDEN");
    assertThat(json(answer).at("/detail").asString()).contains("provisioning");
  }

  @Test
  void refusalsSpeakJapaneseUnlessEnglishIsPreferred() throws Exception {
    assertThat(json(apply("{\"x\":1}")).at("/title").asString()).isEqualTo("未知の項目があります");
    var english =
        post("/v1/subscriptions", "{\"x\":1}", asked -> asked.header("Accept-Language", "en-GB"));
    assertThat(json(english).at("/title").asString()).isEqualTo("A field is unknown");
    assertThat(english.headers().firstValue("Content-Language")).contains("en");
    assertThat(english.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(english).at("/type").asString()).isEqualTo("urn:keiyaku:problem:unknown-field");
    assertThat(json(english).at("/instance").asString()).startsWith("urn:uuid:");
  }

  @Test
  void aForbiddenFieldIsRefusedBeforeAnythingElseAndNeverEchoed() throws Exception {
    var bodies =
        new String[] {
          "{\"password\":\"hunter2-hunter2\",\"unknown\":1}",
          "{\"more\":[{\"パスワード\":\"hunter2-hunter2\"}]}"
        };
    for (var body : bodies) {
      for (var path : new String[] {"/v1/subscriptions", "/v1/subscriptions/1/activation"}) {
        var answer = post(path, body, asked -> asked);
        assertProblem(answer, 422, "FORBIDDEN_PERSONAL_FIELD");
        assertThat(answer.body()).doesNotContain("hunter2");
      }
    }
  }

  @Test
  void aTooLargeBodyIsRefusedWhetherItSaysSoOrNot() throws Exception {
    var large = "{\"note\":\"" + "x".repeat(64 << 10) + "\"}";
    assertProblem(apply(large), 413, "BODY_TOO_LARGE");
    var chunked =
        HttpRequest.newBuilder(at("/v1/subscriptions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + issuer.token(Role.PROVISIONING))
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofString(large)));
    assertProblem(send(chunked), 413, "BODY_TOO_LARGE");
  }

  @Test
  void aRouteMayTakeMore() throws Exception {
    var answer =
        post(
            "/v1/terms/mysecure/versions",
            "x".repeat(1 << 20),
            asked -> bearer(asked, issuer.token(Role.LEGAL)));
    assertThat(answer.body()).isEqualTo("{\"mysecure\":1048576}");
  }

  @Test
  void whatIsNotJsonIsRefusedByItsType() throws Exception {
    var answer =
        send(
            bearer(HttpRequest.newBuilder(at("/v1/subscriptions")), token())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    var nothingElse =
        post("/v1/subscriptions/1/activation", "{}", asked -> asked.header("Accept", "text/csv"));
    assertProblem(nothingElse, 406, "NOT_ACCEPTABLE");
  }

  @Test
  void whereIfMatchIsRequiredItsAbsenceIsAnswered428() throws Exception {
    var agent = issuer.token(Role.AGENT);
    assertProblem(
        post("/v1/subscriptions/1/corrections", "{}", asked -> bearer(asked, agent)),
        428,
        "PRECONDITION_REQUIRED");
    var given =
        post(
            "/v1/subscriptions/1/corrections",
            "{}",
            asked -> bearer(asked, agent).header("If-Match", "\"0\""));
    assertThat(given.statusCode()).isEqualTo(200);
  }

  @Test
  void aParameterOfTheWrongTypeIsNamedAndNotRepeated() throws Exception {
    var answer = post("/v1/subscriptions/1/activation?limit=hunter2", "{}", asked -> asked);
    assertProblem(answer, 400, "INVALID_FIELD");
    assertThat(answer.body()).contains("\"path\":\"limit\"").doesNotContain("hunter2");
  }

  @Test
  void whatNobodyForesawIsInternalAndSaysNothingOfItself() throws Exception {
    var answer = post("/v1/subscriptions/broken/activation", "{}", asked -> asked);
    assertProblem(answer, 500, "INTERNAL");
    assertThat(answer.body()).doesNotContain("as told");
  }

  @Test
  void healthIsOpenAndHeadersAreSafe() throws Exception {
    var answer = send(HttpRequest.newBuilder(at("/actuator/health")).GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
  }

  private HttpResponse<String> apply(String body) throws Exception {
    return post("/v1/subscriptions", body, asked -> asked);
  }

  private HttpResponse<String> post(
      String path, String body, UnaryOperator<HttpRequest.Builder> more) throws Exception {
    return send(
        more.apply(
            bearer(HttpRequest.newBuilder(at(path)), token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(bearer(HttpRequest.newBuilder(at(path)), token).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String token() {
    return issuer.token(Role.PROVISIONING, "ISP-A");
  }

  private static HttpRequest.Builder bearer(HttpRequest.Builder asked, String token) {
    return asked.setHeader("Authorization", "Bearer " + token);
  }

  private URI at(String path) {
    return URI.create(
        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return StrictJson.mapper().readTree(answer.body());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).at("/detail").asString()).isNotBlank().doesNotContain("{");
  }
}
