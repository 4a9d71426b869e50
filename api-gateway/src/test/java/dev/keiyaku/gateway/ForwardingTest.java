package dev.keiyaku.gateway;

import static dev.keiyaku.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardingTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private RunningGateway gateway;

  @BeforeAll
  void start() throws Exception {
    gateway =
        new RunningGateway("spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms");
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.commands.arrivals.clear();
    gateway.queries.arrivals.clear();
  }

  @Test
  void aCommandArrivesAsItWasSent() throws Exception {
    var token = gateway.issuer.token(Role.PROVISIONING);
    var answer =
        gateway.send(
            gateway
                .post("/v1/subscriptions/1/activation?x=%E3%81%82", token, "{\"a\": \"あ\"}")
                .header("If-Match", "\"2\"")
                .header("Accept-Language", "en"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
    var arrival = gateway.commands.arrivals.element();
    assertThat(arrival.method() + " " + arrival.path())
        .isEqualTo("POST /v1/subscriptions/1/activation?x=%E3%81%82");
    assertThat(arrival.body()).isEqualTo("{\"a\": \"あ\"}");
    assertThat(arrival.header("Authorization")).isEqualTo("Bearer " + token);
    assertThat(arrival.header("Idempotency-key")).isEqualTo("k");
    assertThat(arrival.header("If-match")).isEqualTo("\"2\"");
    assertThat(arrival.header("Accept-language")).isEqualTo("en");
  }

  @Test
  void whatSendersSayOfTheirAddressIsNotPassedOn() throws Exception {
    gateway.send(
        get("/v1/subscriptions/1")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("Forwarded", "for=203.0.113.7")
            .header("Cookie", "a=b"));

    assertThat(gateway.queries.arrivals.element().headers())
        .doesNotContainKeys("X-forwarded-for", "Forwarded", "Cookie");
  }

  @Test
  void headersOfOneHopEndThere() throws Exception {
    var answer = gateway.send(get("/v1/subscriptions/1").header("TE", "trailers"));

    assertThat(gateway.queries.arrivals.element().headers()).doesNotContainKey("Te");
    assertThat(answer.headers().map()).doesNotContainKey("keep-alive");
  }

  @Test
  void theTraceGoesOnAndIsAnsweredOnce() throws Exception {
    var sent = "00-" + TRACE + "-00f067aa0ba902b7-01";
    var answer = gateway.send(get("/v1/subscriptions/1").header("traceparent", sent));

    assertThat(gateway.queries.arrivals.element().header("Traceparent"))
        .startsWith("00-" + TRACE + "-")
        .isNotEqualTo(sent);
    assertThat(answer.headers().allValues("traceparent"))
        .singleElement()
        .asString()
        .contains(TRACE);
  }

  @Test
  void everyAnswerHasItsSecurityHeadersOnce() throws Exception {
    var answer = gateway.send(get("/v1/subscriptions/1"));

    for (var header :
        new String[] {
          "X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Cache-Control"
        }) {
      assertThat(answer.headers().allValues(header)).as(header).hasSize(1);
    }
  }

  @Test
  void silenceIsA504AndTheCommandWasSentOnce() throws Exception {
    var answer = gateway.send(command("/v1/subscriptions?silent"));

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(json(answer).at("/code").asString()).isEqualTo("TIMEOUT");
    assertThat(gateway.commands.arrivals).hasSize(1);
  }

  @Test
  void aBrokenConnectionIsA503AndTheCommandWasSentOnce() throws Exception {
    var answer = gateway.send(command("/v1/subscriptions?broken"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(json(answer).at("/code").asString()).isEqualTo("UNAVAILABLE");
    assertThat(gateway.commands.arrivals).hasSize(1);
  }

  @Test
  void aBodyThatIsTooLargeReachesNobody() throws Exception {
    var large = "x".repeat((64 << 10) + 1);
    var chunked =
        gateway
            .request("/v1/subscriptions", gateway.issuer.token(Role.PROVISIONING))
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofString(large)));
    assertThat(gateway.send(chunked).statusCode()).isEqualTo(413);
    assertThat(
            gateway
                .send(
                    gateway.post(
                        "/v1/subscriptions", gateway.issuer.token(Role.PROVISIONING), large))
                .statusCode())
        .isEqualTo(413);
    assertThat(gateway.commands.arrivals).isEmpty();
  }

  @Test
  void aTermsVersionMayBeLarger() throws Exception {
    var answer =
        gateway.send(
            gateway.post(
                "/v1/terms/mysecure/versions",
                gateway.issuer.token(Role.LEGAL),
                "x".repeat(1 << 20)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.commands.arrivals.element().body()).hasSize(1 << 20);
  }

  private HttpRequest.Builder get(String path) {
    return gateway.request(path, gateway.issuer.token(Role.AUDITOR));
  }

  private HttpRequest.Builder command(String path) {
    return gateway.post(path, gateway.issuer.token(Role.PROVISIONING), "{}");
  }
}
