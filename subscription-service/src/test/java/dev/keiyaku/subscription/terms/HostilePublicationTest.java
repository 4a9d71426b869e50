package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.SubscriptionService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the terms that nobody should send: refused within limits, or kept as they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePublicationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    var properties = new HashMap<String, Object>(database.properties(DatabaseRole.WRITER));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    service =
        new SpringApplicationBuilder(SubscriptionService.class)
            .initializers(app ->
                app.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", properties)))
            .run();
  }

  @AfterAll
  void stop() {
    service.close();
    http.close();
    database.close();
  }

  @Test
  void tenMegabytesAreRefusedBeforeTheyAreRead() throws Exception {
    var answer = publish("big", text("文".repeat((10 << 20) / 3)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("BODY_TOO_LARGE");
  }

  @Test
  void tenThousandArticlesArePublishedAndMoreThanTwentyThousandAreNot() throws Exception {
    var many = publish("many", articles(10_000));
    assertThat(many.statusCode()).as(many.body()).isEqualTo(201);
    assertThat(terms("many").version("v1").orElseThrow().published().nodeSha256()).hasSize(10_000);

    var tooMany = publish("toomany", articles(20_001));
    assertThat(tooMany.statusCode()).isIn(413, 422);
  }

  @Test
  void aThousandLevelsAreRefused() throws Exception {
    var nodes =
        "[{\"path\":\"a\",\"kind\":\"ARTICLE\",\"children\":".repeat(1_000)
            + "[]"
            + "}]".repeat(1_000);
    var whole =
        JSON.writeValueAsString(version(List.of())).replace("\"nodes\":[]", "\"nodes\":" + nodes);
    var deep = post("deep", whole);
    assertThat(deep.statusCode()).as(deep.body()).isEqualTo(400);
    assertThat(deep.body()).contains("MALFORMED_JSON");

    var less = publish("less", nest(1, 51));
    assertThat(less.statusCode()).isEqualTo(422);
    assertThat(less.body()).contains("TERMS_INVALID", "too-deep");
    assertThat(publish("enough", nest(1, 50)).statusCode()).isEqualTo(201);
  }

  @Test
  void everyTextIsKeptAsGivenAndHashedSo() throws Exception {
    for (var vector : TextVectorsTest.TEXTS.entrySet()) {
      var document = "t-" + vector.getKey().toLowerCase(Locale.ROOT).replace(' ', '-');
      var answer = publish(document, text(vector.getValue()));

      assertThat(answer.statusCode()).as(vector.getKey() + answer.body()).isEqualTo(201);
      var kept = terms(document).version("v1").orElseThrow().published();
      assertThat(kept.content().node("art1").orElseThrow().text()).isEqualTo(vector.getValue());
      assertThat(kept.contentSha256()).isEqualTo(ContentHash.of(kept.content()));
    }
  }

  @Test
  void halfACharacterAndNulAreRefused() throws Exception {
    for (var broken : List.of("\\ud842", "\\udfb7x", "\\udfb7\\ud842", "\\u0000")) {
      var body =
          JSON.writeValueAsString(version(List.of(article(1, "HERE")))).replace("HERE", broken);
      var answer = post("broken", body);

      assertThat(answer.statusCode()).as(broken).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("HERE");
    }
  }

  private TermsHistory terms(String document) {
    return service.getBean(TermsRegister.class).terms(document);
  }

  private static List<Map<String, Object>> text(String words) {
    return List.of(article(1, words));
  }

  private static List<Map<String, Object>> articles(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> article(i, "文")).toList();
  }

  private static List<Map<String, Object>> nest(int level, int levels) {
    var node = article(level, "文");
    if (level < levels) {
      node.put("children", nest(level + 1, levels));
    }
    return List.of(node);
  }

  private static Map<String, Object> article(int number, String words) {
    var node = new LinkedHashMap<String, Object>();
    node.put("path", "art" + number);
    node.put("kind", "ARTICLE");
    node.put("text", words);
    return node;
  }

  private static Map<String, Object> version(List<Map<String, Object>> nodes) {
    return Map.of(
        "version",
        "v1",
        "content",
        Map.of(
            "title",
            "規約",
            "vendor",
            Map.of("name", "会社"),
            "governing",
            List.of(),
            "eligibility",
            List.of(),
            "nodes",
            nodes));
  }

  private HttpResponse<String> publish(String document, List<Map<String, Object>> nodes)
      throws Exception {
    return post(document, JSON.writeValueAsString(version(nodes)));
  }

  private HttpResponse<String> post(String document, String body) throws Exception {
    var address =
        "http://127.0.0.1:"
            + service.getEnvironment().getProperty("local.server.port")
            + "/v1/terms/"
            + document
            + "/versions";
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + TestIssuer.shared().token(Role.LEGAL))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
