package dev.keiyaku.projection;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * terms-projection as it runs, on an empty database of its own and a random port. Close it.
 *
 * <pre>{@code
 * try (var readSide = ReadSide.start()) {
 *   readSide.recorder().record(when, event);
 *   readSide.get("/v1/subscriptions/" + id + "?minVersion=0", Role.AGENT);
 * }
 * }</pre>
 */
public final class ReadSide implements AutoCloseable {

  /** What the clock says until it is set. */
  public static final Instant NOW = Instant.parse("2023-08-01T03:00:00Z");

  private final TestIssuer issuer = TestIssuer.shared();
  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(NOW);
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext process;
  private final Recorder recorder;

  private ReadSide(Map<String, String> properties) {
    ApplicationContextInitializer<GenericApplicationContext> clockFirst =
        context -> {
          context.registerBean("clock", Clock.class, () -> clock);
          context.registerBean(ReactorResourceFactory.class, ReadSide::ownResources);
        };
    process =
        new SpringApplicationBuilder(TermsProjection.class)
            .initializers(clockFirst)
            .properties(Map.copyOf(database.properties(DatabaseRole.PROJECTOR)))
            .properties(Map.copyOf(issuer.properties()))
            .properties(Map.copyOf(properties))
            .run("--server.port=0");
    recorder = new Recorder(database);
  }

  /** Shared ones would end with the first process that is closed. */
  private static ReactorResourceFactory ownResources() {
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }

  public static ReadSide start() {
    return new ReadSide(Map.of());
  }

  /**
   * One for all tests that keep to their own subscriptions; it ends with the JVM. Both versions of
   * the terms are published in it, the second noticed in time.
   */
  public static ReadSide shared() {
    return Shared.READ_SIDE;
  }

  /** With settings of its own. */
  public static ReadSide start(Map<String, String> properties) {
    return new ReadSide(properties);
  }

  public Recorder recorder() {
    return recorder;
  }

  public SettableClock clock() {
    return clock;
  }

  public TestIssuer issuer() {
    return issuer;
  }

  public ConfigurableApplicationContext process() {
    return process;
  }

  public <T> T bean(Class<T> type) {
    return process.getBean(type);
  }

  /** The database as its superuser, to look and to damage. */
  public JdbcClient sql() {
    return JdbcClient.create(database.admin());
  }

  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + process.getEnvironment().getProperty("local.server.port"));
  }

  /** Asks as a role. */
  public HttpResponse<String> ask(String path, Role role) {
    return ask(path, role, null);
  }

  /** Asks as a role that is bound to an ISP. */
  public HttpResponse<String> ask(String path, Role role, @Nullable String isp) {
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Authorization", "Bearer " + issuer.token(role, isp))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The body of a good answer. */
  public JsonNode get(String path, Role role) {
    return body(ask(path, role));
  }

  /** The body of a good answer to a role that is bound to an ISP. */
  public JsonNode get(String path, Role role, String isp) {
    return body(ask(path, role, isp));
  }

  private static JsonNode body(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return StrictJson.mapper().readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
    process.close();
    recorder.close();
    database.close();
  }

  private static final class Shared {
    static final ReadSide READ_SIDE = withTerms();

    private static ReadSide withTerms() {
      var readSide = start();
      var recorder = readSide.recorder();
      recorder.record(Scenes.japan("2023-06-01T10:00"), Scenes.oldTerms());
      recorder.record(Scenes.japan("2023-06-16T10:00"), Scenes.newTerms());
      recorder.record(
          Scenes.japan("2023-06-16T11:00"),
          Scenes.notice(Scenes.NEW, Scenes.japan("2023-06-16T00:00")));
      return readSide;
    }
  }
}
