package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.SubscriptionService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Notified rules sent over HTTP to a running service on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOverHttpTest {

  private static final String RULES = "/v1/terms/mysecure/rules";

  /** The second vector of docs/rules.md: the words "captured" as a document. */
  private static final String DOCUMENT =
      """
      {"rule": "@", "title": "セキュリティ運用細則",
       "issuer": {"kind": "VENDOR", "name": "オープンテキスト株式会社"},
       "document": {"mediaType": "application/pdf", "captured": "Y2FwdHVyZWQ=",
         "sha256": "b737815f5ca9697f685dfe2b5fe1f7b12a180562f97da5a72e90eaedd9890876"},
       "contentSha256": "be99da52cfa2eb6489c7604797a335d7ff8008f77704d5d86874fd1714325ce5",
       "effectiveFrom": "2023-07-01",
       "notice": {"place": "https://example.jp/rules 0120-123-456", "channels": ["WEB"],
         "captured": "Y2FwdHVyZWQ=",
         "capturedSha256": "b737815f5ca9697f685dfe2b5fe1f7b12a180562f97da5a72e90eaedd9890876",
         "firstPublishedAt": "2023-06-16T10:00:00+09:00"},
       "reason": "ベンダーの通知"}
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void bothVersionsArePublished() throws Exception {
    service = start();
    for (var version : new String[] {RealTerms.OLD, RealTerms.NEW}) {
      var body = new String(RealTerms.bytes(version + ".json"), StandardCharsets.UTF_8);
      post("/v1/terms/mysecure/versions", body, Role.LEGAL, version, null);
    }
  }

  @AfterAll
  void stop() {
    service.close();
    http.close();
    database.close();
  }

  @Test
  void aRuleIsRecordedOnceUnderItsKeyAndItsName() throws Exception {
    var body = named("once");
    assertThat(post(RULES, body, Role.AGENT, "agent", null).statusCode()).isEqualTo(403);

    var first = post(RULES, body, Role.LEGAL, "once", null);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.headers().firstValue("Location")).hasValue(RULES + "/once");
    assertThat(first.body())
        .contains("\"effectiveAt\":\"2023-07-01T00:00:00+09:00\"")
        .contains("\"partFrom\":\"2023-07-01T00:00:00+09:00\"")
        .contains("be99da52cfa2eb64")
        .contains("\"warnings\":[]");
    var again = post(RULES, body, Role.LEGAL, "once", null);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(post(RULES, body, Role.LEGAL, "twice", null).body()).contains("RULE_EXISTS");

    var register = service.getBean(TermsRegister.class).terms("mysecure");
    TermsRuleNotified notified = register.rules().rule("once").orElseThrow().notified();
    assertThat(notified.captured()).isEqualTo("Y2FwdHVyZWQ=");
    assertThat(register.inForce(notified.effectiveAt()).orElseThrow().name())
        .isEqualTo(RealTerms.NEW);
  }

  @Test
  void aRuleEndsOverHttpAndStaleTagsAreTurnedAway() throws Exception {
    post(RULES, named("ending"), Role.LEGAL, "ending", null);
    var end = "{\"endsOn\": \"2023-08-01\", \"reason\": \"廃止\"}";

    var stale = post(RULES + "/ending/end", end, Role.LEGAL, "stale", "\"0\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    var ended = post(RULES + "/ending/end", end, Role.LEGAL, "end", null);
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    assertThat(ended.body()).contains("\"endsAt\":\"2023-08-01T00:00:00+09:00\"");
    var twice = post(RULES + "/ending/end", end, Role.LEGAL, "ends", null);
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("RULE_ENDED").contains("2023-08-01");
    assertThat(post(RULES + "/none/end", end, Role.LEGAL, "none", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void eachFailureNamesItsPlace() throws Exception {
    refused("pdf\", \"captured\": \"Y2Fw", "pdf\", \"captured\": \"AAAA", "document.captured");
    refused("pdf\", \"captured\": \"Y2Fw", "pdf\", \"captured\": \"*AAA", "document.captured");
    refused("  \"captured\": \"Y2Fw", "  \"captured\": \"AAAA", "notice.captured");
    refused("\"capturedSha256\": \"b737", "\"capturedSha256\": \"xx37", "notice.capturedSha256");
    refused("application/pdf", "no type", "document.mediaType");
    refused("\"sha256\": \"b737", "\"sha256\": \"xx37", "document.sha256");
    refused("\"title\"", "\"text\": \"also words\", \"title\"", "text");
    refused("\"VENDOR\", ", "\"OPERATOR\", ", "issuer.name");
    refused("オープンテキスト株式会社", "別の株式会社", "issuer.name");
    refused("be99da52", "00000000", "contentSha256");
    refused("[\"WEB\"]", "[]", "notice.channels");
    refused("\"reason\"", "\"supersedes\": \"nothing\", \"reason\"", "supersedes");
  }

  @Test
  void whatIsNotWholeIsNotTaken() throws Exception {
    assertThat(changed("\"effectiveFrom\": \"2023-07-01\",", "")).contains("MISSING_FIELD");
    assertThat(changed("\"@\"", "\"Not A Name\"")).contains("INVALID_FIELD");
    assertThat(changed("\"reason\"", "\"password\": \"x\", \"reason\""))
        .contains("FORBIDDEN_PERSONAL_FIELD");
    assertThat(changed("ベンダーの通知", "taro@example.jp")).contains("PERSONAL_DATA_IN_TEXT");
    assertThat(changed("\"reason\": \"ベンダーの通知\"", "\"supersedes\": null"))
        .contains("REASON_REQUIRED");
    assertThat(changed("\"2023-06-16T10:00:00+09:00\"", "\"2999-06-16T10:00:00+09:00\""))
        .contains("EFFECTIVE_IN_FUTURE");
    var large = changed("\"Y2FwdHVyZWQ=\"", "\"" + "A".repeat(1_100_000) + "\"");
    assertThat(large).contains("BODY_TOO_LARGE");
    var unknown = post("/v1/terms/nothing/rules", named("a"), Role.LEGAL, "unknown", null);
    assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(404);
  }

  private void refused(String words, String other, String path) throws Exception {
    assertThat(changed(words, other)).contains("RULE_INVALID").contains("\"" + path + "\"");
  }

  private String changed(String words, String other) throws Exception {
    assertThat(DOCUMENT).contains(words);
    var body = DOCUMENT.replace(words, other).replace("\"@\"", "\"refused\"");
    return post(RULES, body, Role.LEGAL, words + other, null).body();
  }

  private static String named(String rule) {
    return DOCUMENT.replace("\"@\"", "\"" + rule + "\"");
  }

  private HttpResponse<String> post(
      String path, String body, Role role, String key, @Nullable String ifMatch) throws Exception {
    var address =
        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + TestIssuer.shared().token(role))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "\"k" + Integer.toHexString(key.hashCode()) + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private ConfigurableApplicationContext start() {
    var properties = new HashMap<String, Object>(database.properties(DatabaseRole.WRITER));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    return new SpringApplicationBuilder(SubscriptionService.class)
        .initializers(app ->
            app.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", properties)))
        .run();
  }
}
