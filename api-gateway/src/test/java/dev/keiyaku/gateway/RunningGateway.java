package dev.keiyaku.gateway;

import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The real gateway on a free port, between two recording services. */
final class RunningGateway implements AutoCloseable {

  final TestIssuer issuer;
  final RecordingService commands;
  final RecordingService queries;
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ConfigurableApplicationContext gateway;

  /** Settings as command line arguments, without their dashes. */
  RunningGateway(String... settings) throws IOException {
    this(ApiGateway.class, settings);
  }

  /** With a configuration of the test beside the gateway's own. */
  RunningGateway(Class<?> beside, String... settings) throws IOException {
    this(TestIssuer.shared(), beside, settings);
  }

  /** With an issuer of its own, which the caller closes. */
  RunningGateway(TestIssuer issuer) throws IOException {
    this(issuer, ApiGateway.class);
  }

  private RunningGateway(TestIssuer issuer, Class<?> beside, String... settings)
      throws IOException {
    this.issuer = issuer;
    commands = new RecordingService();
    queries = new RecordingService();
    var arguments = new ArrayList<String>();
    issuer.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--server.port=0");
    arguments.add("--keiyaku.gateway.subscription-service=" + commands.address());
    arguments.add("--keiyaku.gateway.terms-projection=" + queries.address());
    List.of(settings).forEach(setting -> arguments.add("--" + setting));
    gateway =
        new SpringApplicationBuilder(ApiGateway.class, beside)
            .run(arguments.toArray(String[]::new));
  }

  URI at(String path) {
    return URI.create(
        "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + path);
  }

  HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
  }

  HttpRequest.Builder post(String path, String token, String body) {
    return request(path, token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "k")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return StrictJson.mapper().readTree(answer.body());
  }

  @Override
  public void close() {
    commands.close();
    queries.close();
    gateway.close();
    http.close();
  }
}
