package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.Service;
import dev.keiyaku.http.testing.AccessWalk;
import dev.keiyaku.http.testing.ServedRoutes;
import dev.keiyaku.http.testing.TestIssuer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two services on one database: who wins, who is told what, and what a retry hears. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

  private static final String ACTIVATION = "{\"vendorAccountReference\": \"ot-77\"}";
  private static final String SUSPENSION = "{\"ground\": \"VENDOR\", \"reason\": \"停止\"}";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node one = Node.on(database);
  private final Node other = Node.on(database);
  private final Client provisioning = Client.of(http, one, Role.PROVISIONING);
  private final Client elsewhere = Client.of(http, other, Role.PROVISIONING);
  private final Client agent = Client.of(http, one, Role.AGENT);
  private final Client agentElsewhere = Client.of(http, other, Role.AGENT);
  private final Client ispA = Client.of(http, one, Role.PROVISIONING, "ISP-A");
  private final Client ispB = Client.of(http, other, Role.PROVISIONING, "ISP-B");

  @AfterAll
  void stop() {
    one.close();
    other.close();
    http.close();
    database.close();
  }

  @Test
  void ofTwoRacingApplicationsOneWinsAndTheOtherIsToldItsId() throws Exception {
    for (int round = 0; round < 5; round++) {
      var application = Client.application("race-" + round, null);
      var answers =
          together(
              () -> provisioning.post("/v1/subscriptions", application),
              () -> elsewhere.post("/v1/subscriptions", application));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
      var won = answers.stream().filter(a -> a.status() == 201).findFirst().orElseThrow();
      var lost = answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
      assertThat(lost.code()).isEqualTo("ALREADY_SUBSCRIBED");
      assertThat(lost.text("existing")).isEqualTo(won.text("subscriptionId"));
    }
  }

  @Test
  void theWinnersIdIsOnlyForWhoMaySeeIt() {
    var existing = ispA.post("/v1/subscriptions", Client.application("seen", "ISP-A"));
    assertThat(existing.status()).isEqualTo(201);

    var refused = ispB.post("/v1/subscriptions", Client.application("seen", "ISP-B"));

    assertThat(refused.code()).isEqualTo("ALREADY_SUBSCRIBED");
    assertThat(refused.body().has("existing")).isFalse();
    assertThat(refused.response().body()).doesNotContain(existing.text("subscriptionId"));
  }

  @Test
  void oneKeyOnTwoNodesIsDoneOnce() throws Exception {
    var application = Client.application("one-key", null);
    var answers =
        together(
            () -> provisioning.post("/v1/subscriptions", application, "key-1"),
            () -> elsewhere.post("/v1/subscriptions", application, "key-1"));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.getFirst().response().body()).isEqualTo(answers.getLast().response().body());
    assertThat(answers)
        .extracting(a -> a.header("Idempotency-Replayed"))
        .containsExactlyInAnyOrder("", "true");
  }

  @Test
  void aRetryHearsTheFirstAnswerEvenWhenTheDecisionWouldNowRefuse() {
    var at = applied("retry");
    var first = provisioning.post(at + "/activation", ACTIVATION, "key-2");
    agent.post(at + "/cancellation", "{\"reason\": \"転居\"}");

    var again = elsewhere.post(at + "/activation", ACTIVATION, "\"key-2\"");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Keiyaku-Position")).isEqualTo(first.header("Keiyaku-Position"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void aRepeatedCreationHearsItsLocationAgain() {
    var at = applied("created-again");
    var first = agent.post(at + "/suspensions", SUSPENSION, "key-3");

    var again = agentElsewhere.post(at + "/suspensions", SUSPENSION, "key-3");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.text("suspensionId")).isEqualTo(first.text("suspensionId"));
  }

  @Test
  void aRefusalIsDecidedAgain() {
    var at = applied("refused-first");
    var lift = at + "/suspensions/0198c0de-0000-7000-8000-000000000009/lift";
    assertThat(agent.post(lift, "{\"reason\": \"x\"}", "key-4").status()).isEqualTo(404);
    assertThat(
            provisioning
                .post(at + "/cancellation/withdrawal", "{\"reason\": \"x\"}", "key-5")
                .code())
        .isEqualTo("NO_CANCELLATION_PENDING");
    provisioning.post(
        at + "/cancellation",
        "{\"effectiveAt\": \"2099-01-01T00:00:00+09:00\", \"reason\": \"x\"}");

    var decided =
        provisioning.post(at + "/cancellation/withdrawal", "{\"reason\": \"x\"}", "key-5");

    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    var at = applied("other-body");
    provisioning.post(at + "/activation", ACTIVATION, "key-6");

    var otherBody = provisioning.post(at + "/cancellation", "{\"reason\": \"x\"}", "key-6");

    assertThat(otherBody.status()).isEqualTo(422);
    assertThat(otherBody.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void anotherClientsKeyIsAnotherKey() {
    var at = applied("two-clients");
    var body = "{\"effectiveAt\": \"2099-01-01T00:00:00+09:00\", \"reason\": \"x\"}";
    assertThat(provisioning.post(at + "/cancellation", body, "key-7").status()).isEqualTo(201);

    assertThat(agent.post(at + "/cancellation", body, "key-7").code())
        .isEqualTo("ALREADY_CANCELLED");
  }

  @Test
  void aPostWithoutAKeyIsRefused() {
    var request =
        HttpRequest.newBuilder(one.address().resolve("/v1/subscriptions"))
            .header("Authorization", "Bearer " + provisioning.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Client.application("no-key", null)))
            .build();

    var answer = provisioning.send(request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void aChangeSinceItWasReadIsRefused() {
    var at = applied("if-match");
    provisioning.post(at + "/activation", ACTIVATION);

    var stale = agent.post(at + "/suspensions", SUSPENSION, "key-8", "If-Match", "\"2\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("PRECONDITION_FAILED");
    assertThat(agent.post(at + "/suspensions", SUSPENSION, "key-8", "If-Match", "W/\"3\"").status())
        .isEqualTo(412);
    var fresh = agent.post(at + "/suspensions", SUSPENSION, "key-8", "If-Match", "\"3\"");
    assertThat(fresh.status()).isEqualTo(201);
    assertThat(fresh.header("ETag")).isEqualTo("\"4\"");
    var again = agent.post(at + "/suspensions", SUSPENSION, "key-8", "If-Match", "\"3\"");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void racingCommandsOnOneSubscriptionAreDecidedAgainNotLost() throws Exception {
    var at = applied("busy");
    var calls = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 4; i++) {
      calls.add(() -> agent.post(at + "/suspensions", SUSPENSION));
      calls.add(() -> agentElsewhere.post(at + "/suspensions", SUSPENSION));
    }

    var answers = together(calls);

    var done = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
    assertThat(done).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
    assertThat(done.size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void anotherIspsSubscriptionDoesNotExist() {
    var created = ispA.post("/v1/subscriptions", Client.application("of-a", "ISP-A"));
    var at = created.header("Location");

    assertThat(ispB.post(at + "/activation", ACTIVATION).code()).isEqualTo("NOT_FOUND");
    assertThat(ispB.post(at + "/cancellation", "{\"reason\": \"x\"}").status()).isEqualTo(404);
    assertThat(ispA.post(at + "/activation", ACTIVATION).status()).isEqualTo(200);
    assertThat(agent.post(at + "/suspensions", SUSPENSION).status()).isEqualTo(201);
    assertThat(ispB.post("/v1/subscriptions", Client.application("of-x", "ISP-A")).code())
        .isEqualTo("OTHER_ISP");
  }

  @Test
  void aDatedEndLetsTheNextBeginAndThenCannotBeWithdrawn() {
    var at = applied("again");
    var ahead = "{\"effectiveAt\": \"2023-08-01T00:00:00+09:00\", \"reason\": \"x\"}";
    assertThat(provisioning.post(at + "/cancellation", ahead).status()).isEqualTo(201);
    var application = Client.application("again", null);
    assertThat(elsewhere.post("/v1/subscriptions", application).code())
        .isEqualTo("ALREADY_SUBSCRIBED");
    var next = application.replace("2023-07-02T00:00:00+09:00", "2023-08-01T00:00:00+09:00");
    var applied = elsewhere.post("/v1/subscriptions", next);
    assertThat(applied.status()).as(applied.response().body()).isEqualTo(201);

    var mistaken = eventId(at, "subscription.cancelled");
    var revived =
        agent.post(
            at + "/corrections",
            "{\"eventId\": \"" + mistaken + "\", \"kind\": \"VOID\", \"reason\": \"誤り\"}",
            "key-9",
            "If-Match",
            "\"3\"");

    assertThat(revived.code()).isEqualTo("ALREADY_SUBSCRIBED");
    assertThat(revived.text("existing")).isEqualTo(applied.text("subscriptionId"));
  }

  @Test
  void aCorrectionNeedsThePreconditionAndAReason() {
    var at = applied("correct");
    var mistaken = eventId(at, "subscription.applied");
    var body = "{\"eventId\": \"" + mistaken + "\", \"kind\": \"VOID\", \"reason\": \"誤り\"}";

    assertThat(agent.post(at + "/corrections", body).code()).isEqualTo("PRECONDITION_REQUIRED");
    assertThat(
            agent
                .post(
                    at + "/corrections",
                    body.replace(", \"reason\": \"誤り\"", ""),
                    "key-10",
                    "If-Match",
                    "\"2\"")
                .code())
        .isEqualTo("MISSING_FIELD");
    var corrected = agent.post(at + "/corrections", body, "key-10", "If-Match", "\"2\"");
    assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
    assertThat(corrected.text("status")).isEqualTo("VOIDED");
    assertThat(provisioning.post("/v1/subscriptions", Client.application("correct", null)).status())
        .isEqualTo(201);
  }

  @Test
  void wordsAboutASubscriberAreStoredAsCiphertextOnly() throws SQLException {
    var at = applied("sealed");
    var told =
        agent.post(
            at + "/suspensions",
            """
            {"ground": "VENDOR", "reason": "ZEBRA-REASON", "note": "ZEBRA-NOTE",
             "notice": {"impossibleBecause": "ZEBRA-NOTICE"}}
            """);

    assertThat(told.status()).isEqualTo(201);
    assertThat(told.response().body()).doesNotContain("ZEBRA");
    for (var table : List.of("events.event", "events.receipt", "events.claim")) {
      var rows =
          column(
              "select t::text || coalesce(convert_from("
                  + (table.endsWith("event") ? "convert_to(payload::text, 'UTF8')" : "''")
                  + ", 'UTF8'), '') from "
                  + table
                  + " t");
      assertThat(String.join("\n", rows))
          .doesNotContain("ZEBRA", "late entry of a paper", "Mozilla", "isp-a.example");
    }
  }

  @Test
  void whatIsEnteredAtTheVendorIsRefused() {
    var body =
        Client.application("personal", null)
            .replace("\"appliedAt\"", "\"password\": \"hunter2\", \"appliedAt\"");
    var refused = provisioning.post("/v1/subscriptions", body);

    assertThat(refused.code()).isEqualTo("FORBIDDEN_PERSONAL_FIELD");
    assertThat(refused.response().body()).doesNotContain("hunter2");
    var at = applied("personal");
    assertThat(
            agent
                .post(
                    at + "/suspensions",
                    "{\"ground\": \"VENDOR\", \"reason\": \"taro@example.jp から連絡\"}")
                .code())
        .isEqualTo("PERSONAL_DATA_IN_TEXT");
    assertThat(
            provisioning
                .post(at + "/activation", "{\"vendorAccountReference\": \"taro@example.jp\"}")
                .code())
        .isEqualTo("INVALID_FIELD");
  }

  @Test
  void aStreamThatIsNoSubscriptionIsNotFound() {
    assertThat(provisioning.post("/v1/subscriptions/mysecure/activation", ACTIVATION).code())
        .isEqualTo("NOT_FOUND");
    assertThat(
            provisioning
                .post(
                    "/v1/subscriptions/0198c0de-0000-7000-8000-000000000123/activation", ACTIVATION)
                .code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void theDoorIsAsTheAccessTableSays() {
    assertThat(ServedRoutes.missing(one.context())).isEmpty();
    assertThat(new AccessWalk(one.address(), TestIssuer.shared(), Service.WRITE).surprises())
        .isEmpty();
  }

  private String applied(String subscriber) {
    var answer = provisioning.post("/v1/subscriptions", Client.application(subscriber, null));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.header("Location");
  }

  private String eventId(String location, String name) {
    var id = location.substring(location.lastIndexOf('/') + 1);
    try {
      return column(
              "select event_id::text from events.event where aggregate_id = '"
                  + id
                  + "' and name = '"
                  + name
                  + "'")
          .getFirst();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> column(String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var connection = database.admin().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @SafeVarargs
  private static List<Answer> together(Callable<Answer>... calls) throws Exception {
    return together(List.of(calls));
  }

  private static List<Answer> together(List<Callable<Answer>> calls)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
