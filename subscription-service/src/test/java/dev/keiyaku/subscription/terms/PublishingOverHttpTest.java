package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.SubscriptionService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The real terms, published over HTTP to a running service on a real PostgreSQL. */
class PublishingOverHttpTest {

  private static final String VERSIONS = "/v1/terms/mysecure/versions";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service = start();

  @BeforeEach
  void theOldVersionIsPublished() throws Exception {
    assertThat(publish(RealTerms.OLD, "old").statusCode()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    service.close();
    http.close();
    database.close();
  }

  @Test
  void aPublishedVersionIsKnownToTheNextDecision() throws Exception {
    var answer = publish(RealTerms.NEW, "new");

    assertThat(answer.body()).contains("\"warnings\":[\"NOTICE_MISSING\"]");
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    var register = service.getBean(TermsRegister.class);
    assertThat(register.terms("mysecure").version(RealTerms.NEW)).isPresent();
    assertThat(register.terms("mysecure").version(RealTerms.OLD)).isPresent();
  }

  @Test
  void theFirstAnswerIsSaidAgainAfterARestart() throws Exception {
    var first = publish(RealTerms.NEW, "new");
    service.close();
    service = start();
    var again = publish(RealTerms.NEW, "new");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  @Test
  void aVersionIsPublishedOnceUnderWhateverKey() throws Exception {
    var twice = publish(RealTerms.OLD, "another");

    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("TERMS_VERSION_EXISTS");
  }

  @Test
  void aNoticeIsRecordedInTime() throws Exception {
    publish(RealTerms.NEW, "new");
    var notice = RealTerms.bytes(RealTerms.NEW + ".notice.json");
    var answer = post(VERSIONS + "/2023-07-01/notices", notice, Role.LEGAL, "notice");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"inTime\":true").contains("\"warnings\":[]");
  }

  /** Nobody's number but the operator's own: terms and notices are for everybody to read. */
  @Test
  void aNoticeMayNameATelephoneNumberAndAnAddress() throws Exception {
    publish(RealTerms.NEW, "new");
    var notice =
        new String(RealTerms.bytes(RealTerms.NEW + ".notice.json"), StandardCharsets.UTF_8)
            .replaceFirst("\"place\": \"", "$0info@example.jp 電話 0120-123-456 ");
    var bytes = notice.getBytes(StandardCharsets.UTF_8);

    var answer = post(VERSIONS + "/2023-07-01/notices", bytes, Role.LEGAL, "notice");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void aNoticeWhoseBytesHaveAnotherHashIsRefused() throws Exception {
    publish(RealTerms.NEW, "new");
    var notice =
        new String(RealTerms.bytes(RealTerms.NEW + ".notice.json"), StandardCharsets.UTF_8)
            .replaceFirst("\"captured\": \"....", "\"captured\": \"AAAA");
    var answer =
        post(
            VERSIONS + "/2023-07-01/notices",
            notice.getBytes(StandardCharsets.UTF_8),
            Role.LEGAL,
            "notice");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("NOTICE_INVALID");
  }

  @Test
  void eachFailureNamesItsPlace() throws Exception {
    var twice =
        new String(RealTerms.bytes(RealTerms.NEW + ".json"), StandardCharsets.UTF_8)
            .replace("\"path\": \"art7/p2\"", "\"path\": \"art6\"");
    var answer = post(VERSIONS, twice.getBytes(StandardCharsets.UTF_8), Role.LEGAL, "broken");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("TERMS_INVALID").contains("art6").contains("path-twice");
  }

  @Test
  void aVersionYetToComeIsWithdrawnAndItsDayIsFree() throws Exception {
    var far =
        new String(RealTerms.bytes(RealTerms.NEW + ".json"), StandardCharsets.UTF_8)
            .replaceFirst(
                "\"effectiveFrom\": *\"2023-07-01\"", "\"effectiveFrom\": \"2999-07-01\"");
    post(VERSIONS, far.getBytes(StandardCharsets.UTF_8), Role.LEGAL, "far");
    var reason = "{\"reason\": \"a mistake\"}".getBytes(StandardCharsets.UTF_8);

    var at = VERSIONS + "/2023-07-01/withdrawal";
    assertThat(post(at, reason, Role.AGENT, "agent").statusCode()).isEqualTo(403);
    assertThat(post(at, "{}".getBytes(StandardCharsets.UTF_8), Role.LEGAL, "none").statusCode())
        .isEqualTo(400);
    var answer = post(at, reason, Role.LEGAL, "withdraw");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"withdrawnAt\"").contains("\"version\":2");
    assertThat(post(at, reason, Role.LEGAL, "again").body()).contains("TERMS_VERSION_WITHDRAWN");
    var another = far.replaceFirst("\"version\": *\"2023-07-01\"", "\"version\": \"again\"");
    var same = post(VERSIONS, another.getBytes(StandardCharsets.UTF_8), Role.LEGAL, "same-day");
    assertThat(same.statusCode()).as(same.body()).isEqualTo(201);
  }

  @Test
  void aVersionInForceIsNotWithdrawn() throws Exception {
    publish(RealTerms.NEW, "new");
    var reason = "{\"reason\": \"a mistake\"}".getBytes(StandardCharsets.UTF_8);

    var answer = post(VERSIONS + "/2023-07-01/withdrawal", reason, Role.LEGAL, "withdraw");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("TERMS_VERSION_BEGUN");
  }

  @Test
  void aCorrectionNamesWhatItCorrects() throws Exception {
    publish(RealTerms.NEW, "new");
    var corrected =
        new String(RealTerms.bytes(RealTerms.NEW + ".json"), StandardCharsets.UTF_8)
            .replaceFirst("\"version\": *\"2023-07-01\"", "\"version\": \"2023-07-01.1\"")
            .replaceFirst("\"effectiveFrom\": *\"2023-07-01\"", "\"effectiveFrom\": \"2023-08-01\"")
            .replaceFirst(
                "\"basis\": *\"REASONABLE_CHANGE\"",
                "\"kind\": \"EDITORIAL\", \"predecessor\": \"2023-07-01\"")
            .replace("マイセキアの利用を", "マイセキュアの利用を");
    var answer = post(VERSIONS, corrected.getBytes(StandardCharsets.UTF_8), Role.LEGAL, "typo");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"warnings\":[]");
    var version = service.getBean(TermsRegister.class).terms("mysecure").version("2023-07-01.1");
    assertThat(version.orElseThrow().predecessor()).isEqualTo("2023-07-01");
  }

  @Test
  void aDraftMayBeWrongIsToldSoIsReplacedAndThenPublishedAsItWasRead() throws Exception {
    var text = new String(RealTerms.bytes(RealTerms.NEW + ".json"), StandardCharsets.UTF_8);
    var wrong = text.replace("当社の設備の保守上", "第99条に定める保守上");

    assertThat(draft(text, Role.AGENT, "agent").statusCode()).isEqualTo(403);
    var first = draft(wrong, Role.LEGAL, "first");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.body())
        .contains("{\"path\":\"art15/p1/i1\",\"code\":\"unresolved-reference\"}");
    assertThat(reviewed(hash(first), "refused").body()).contains("unresolved-reference");
    var register = service.getBean(TermsRegister.class);
    assertThat(register.terms("mysecure").version(RealTerms.NEW)).isEmpty();

    var second = draft(text, Role.LEGAL, "second");
    assertThat(second.body()).contains("\"violations\":[]");
    assertThat(reviewed(hash(first), "other").body()).contains("not-the-hash-of-this-content");
    var published = reviewed(hash(second), "publish");
    assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    assertThat(published.body()).contains("\"effectiveFrom\":\"2023-07-01\"");
    assertThat(reviewed(hash(second), "publish").body()).isEqualTo(published.body());
    assertThat(register.terms("mysecure").version(RealTerms.NEW)).isPresent();

    assertThat(draft(text, Role.LEGAL, "third").body()).contains("TERMS_VERSION_EXISTS");
  }

  @Test
  void whatWasNotDraftedIsNotPublished() throws Exception {
    assertThat(reviewed("0".repeat(64), "none").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> draft(String text, Role role, String key) throws Exception {
    return post("/v1/terms/mysecure/drafts", text.getBytes(StandardCharsets.UTF_8), role, key);
  }

  private HttpResponse<String> reviewed(String hash, String key) throws Exception {
    var body = ("{\"contentSha256\": \"" + hash + "\"}").getBytes(StandardCharsets.UTF_8);
    return post(VERSIONS + "/2023-07-01/publication", body, Role.LEGAL, key);
  }

  private static String hash(HttpResponse<String> answer) {
    return StrictJson.mapper().readTree(answer.body()).at("/contentSha256").asString();
  }

  @Test
  void nobodyButTheLegalDeskPublishes() throws Exception {
    var bytes = RealTerms.bytes(RealTerms.NEW + ".json");

    assertThat(post(VERSIONS, bytes, Role.AGENT, "agent").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> publish(String version, String key) throws Exception {
    return post(VERSIONS, RealTerms.bytes(version + ".json"), Role.LEGAL, key);
  }

  private HttpResponse<String> post(String path, byte[] body, Role role, String key)
      throws Exception {
    var address =
        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + TestIssuer.shared().token(role))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "\"" + key + "\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
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
