package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Access;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.Service;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Idempotency-Key and If-Match as a client sends them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysAndVersionsTest {

  private static final String SUSPENSION = "{\"ground\": \"VENDOR\", \"reason\": \"停止\"}";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node node = Node.on(database);
  private final Client provisioning = Client.of(http, node, Role.PROVISIONING);
  private final Client agent = Client.of(http, node, Role.AGENT);

  @AfterAll
  void stop() {
    node.close();
    http.close();
    database.close();
  }

  private String applied(String subscriber) {
    return provisioning
        .post("/v1/subscriptions", Client.application(subscriber, null))
        .header("Location");
  }

  @Test
  void aKeyIsInUseWhileItsFirstRequestIsStillRunning() throws Exception {
    var application = Client.application("slow", null);
    try (var obstacle = database.admin().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      obstacle.setAutoCommit(false);
      try (var lock = obstacle.createStatement()) {
        lock.execute("LOCK TABLE events.receipt IN ACCESS EXCLUSIVE MODE");
      }
      var first = threads.submit(() -> provisioning.post("/v1/subscriptions", application, "slow"));
      Awaitility.await().until(this::somebodyWaits);

      var meanwhile = provisioning.post("/v1/subscriptions", application, "slow");
      assertThat(meanwhile.status()).isEqualTo(409);
      assertThat(meanwhile.code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
      assertThat(meanwhile.header("Retry-After")).isEqualTo("1");

      obstacle.rollback();
      assertThat(first.get().status()).isEqualTo(201);
      var again = provisioning.post("/v1/subscriptions", application, "slow");
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.header("Location")).isEqualTo(first.get().header("Location"));
    }
  }

  private boolean somebodyWaits() {
    return JdbcClient.create(database.admin())
        .sql(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
                + " AND relation = 'events.receipt'::regclass)")
        .query(Boolean.class)
        .single();
  }

  static Stream<Access> posts() {
    return AccessTable.load().servedBy(Service.WRITE).rows().stream()
        .filter(row -> row.method() == HttpMethod.POST);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void everyPostNeedsAKey(Access row) {
    var role = row.roles().iterator().next();
    var path = row.path().getPatternString().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());

    var refused = Client.of(http, node, role).post(path, "{}", "", "If-Match", "\"0\"");

    assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void aKeyIsTheSameWithQuotesAndWithout() {
    var application = Client.application("quoted", null);
    var first = provisioning.post("/v1/subscriptions", application, "\"quo\\\\ted\"");
    assertThat(first.status()).isEqualTo(201);

    var again = provisioning.post("/v1/subscriptions", application, "quo\\ted");

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void aKeyIsOfOnePathAndOneBody() {
    var at = applied("one-body");
    var done = agent.post(at + "/suspensions", SUSPENSION, "one-body");
    assertThat(done.status()).isEqualTo(201);

    var otherBody = agent.post(at + "/suspensions", SUSPENSION + " ", "one-body");
    var otherPath = agent.post(applied("other-path") + "/suspensions", SUSPENSION, "one-body");

    assertThat(List.of(otherBody.status(), otherPath.status())).containsOnly(422);
    assertThat(List.of(otherBody.code(), otherPath.code())).containsOnly("IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\"open", "two words"})
  void aKeyThatIsNoneIsRefused(String key) {
    var refused = provisioning.post("/v1/subscriptions", Client.application("no-key", null), key);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void twoKeysAreNone() {
    var refused =
        provisioning.post(
            "/v1/subscriptions",
            Client.application("two-keys", null),
            "one",
            "Idempotency-Key",
            "other");

    assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"2\"", "\"0\", \"2\"", "W/\"2\",\"2\""})
  void theCommandIsDecidedOnAVersionThatIsNamed(String versions) {
    var at = applied("named-" + versions.length());

    assertThat(agent.post(at + "/suspensions", SUSPENSION, at, "If-Match", versions).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "\"02\"", "W/\"2\"", "\"\"", "\"3\", \"4\"", "\"*\""})
  void onAnotherVersionNothingIsDone(String versions) {
    var at = applied("other-" + versions.hashCode());

    var refused = agent.post(at + "/suspensions", SUSPENSION, at, "If-Match", versions);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.code()).isEqualTo("PRECONDITION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "\"1", "\"1\" \"2\"", "\"1\",", "*, \"1\"", "w/\"1\""})
  void whatIsNoListOfVersionsIsMalformed(String versions) {
    var at = applied("malformed-" + versions.hashCode());

    var refused = agent.post(at + "/suspensions", SUSPENSION, at, "If-Match", versions);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void aListOfVersionsMayComeInSeveralHeaders() {
    var at = applied("several");

    var done =
        agent.post(
            at + "/suspensions", SUSPENSION, "several", "If-Match", "\"7\"", "If-Match", "\"2\"");

    assertThat(done.status()).isEqualTo(201);
  }

  @Test
  void aCorrectionNamesTheVersionItWasMadeOn() {
    var at = applied("required");

    var refused = agent.post(at + "/corrections", "{}");

    assertThat(refused.status()).isEqualTo(428);
    assertThat(refused.code()).isEqualTo("PRECONDITION_REQUIRED");
  }
}
