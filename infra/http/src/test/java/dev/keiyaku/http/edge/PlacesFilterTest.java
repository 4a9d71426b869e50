package dev.keiyaku.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with few places: who is answered while all are taken, and what gives one back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesFilterTest {

  private static final int PLACES = Runtime.getRuntime().availableProcessors();
  private static final String HELD = "/v1/subscriptions/held/activation";
  private static final String QUICK = "/v1/subscriptions/1/activation";

  private final TestIssuer issuer = TestIssuer.shared();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    service =
        new SpringApplicationBuilder(SmallService.class)
            .properties(Map.copyOf(issuer.properties()))
            .properties("server.port=0", "keiyaku.http.service=write")
            .properties("keiyaku.http.commands-per-processor=1")
            .run();
  }

  @AfterEach
  void letEverybodyGo() {
    SmallService.held.release(SmallService.held.getQueueLength());
    Awaitility.await().until(() -> post(QUICK).statusCode() == 200);
  }

  @AfterAll
  void stop() {
    service.close();
    http.close();
  }

  @Test
  void whoComesOnTopIsTurnedAwayAtOnceWhileTheOthersAreStillWaiting() throws Exception {
    var inside = takeEveryPlace();

    var answer = post(QUICK);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("UNAVAILABLE");
    assertThat(inside).noneMatch(CompletableFuture::isDone);
    SmallService.held.release(PLACES);
    assertThat(inside).allMatch(one -> one.join().statusCode() == 200);
  }

  @Test
  void aTokenIsNotEvenLookedAtMeanwhile() throws Exception {
    takeEveryPlace();

    assertThat(http.send(command(QUICK, "no token"), BodyHandlers.ofString()).statusCode())
        .isEqualTo(503);
  }

  @Test
  void aQuestionIsAnsweredMeanwhile() throws Exception {
    takeEveryPlace();

    var health = HttpRequest.newBuilder(at("/actuator/health")).build();
    assertThat(http.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusalGivesThePlaceBack() throws Exception {
    for (int i = 0; i <= PLACES; i++) {
      assertThat(post("/v1/subscriptions/broken/activation").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void whoeverIsStillSendingTakesNobodysPlace() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i <= PLACES; i++) {
        slow.add(halfARequest());
      }
      for (int i = 0; i < 10; i++) {
        Awaitility.await().until(() -> post(QUICK).statusCode() == 200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private List<CompletableFuture<HttpResponse<String>>> takeEveryPlace() {
    List<CompletableFuture<HttpResponse<String>>> inside = new ArrayList<>();
    for (int i = 1; i <= PLACES; i++) {
      int all = i;
      inside.add(http.sendAsync(command(HELD, token()), BodyHandlers.ofString()));
      Awaitility.await().until(() -> SmallService.held.getQueueLength() == all);
    }
    return inside;
  }

  private Socket halfARequest() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), at("").getPort());
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: 100\r\n\r\n{"
            .formatted(QUICK, token());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return http.send(command(path, token()), BodyHandlers.ofString());
  }

  private HttpRequest command(String path, String token) {
    return HttpRequest.newBuilder(at(path))
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", "one-of-the-places")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }

  private String token() {
    return issuer.token(Role.PROVISIONING);
  }

  private URI at(String path) {
    var port = service.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
