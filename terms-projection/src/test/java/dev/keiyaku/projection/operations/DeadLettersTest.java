package dev.keiyaku.projection.operations;

import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.reading.Cursor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

  private static final String LETTERS = "/v1/operations/dead-letters";
  private static final String ROWS = "ALTER TABLE projection.consent_subscription ";

  private final ReadSide readSide = ReadSide.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void repair() {
    mend();
    readSide.sql().sql("DELETE FROM projection.dead_letter").update();
  }

  @AfterAll
  void stop() {
    http.close();
    readSide.close();
  }

  private void mend() {
    readSide.sql().sql(ROWS + "DROP CONSTRAINT IF EXISTS refused").update();
  }

  /** Events of a subscriber whom the read model cannot take. */
  private String parked() {
    readSide
        .sql()
        .sql(ROWS + "ADD CONSTRAINT refused CHECK (subscriber_id <> 'refused') NOT VALID")
        .update();
    var id = Uuid7.text();
    var at = japan("2023-07-10T13:00");
    readSide.recorder().record(at, applied(id, "refused", null, at));
    readSide.recorder().record(at, activated(id, at));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(id).size() == 2);
    return id;
  }

  private List<JsonNode> letters(String stream) {
    return readSide
        .get(LETTERS, Role.OPERATIONS)
        .at("/items")
        .valueStream()
        .filter(letter -> letter.at("/aggregateId").asString().equals(stream))
        .toList();
  }

  private String first(String stream) {
    return letters(stream).getFirst().at("/id").asString();
  }

  private HttpResponse<String> post(String path, @Nullable String key, @Nullable String body) {
    var request =
        HttpRequest.newBuilder(readSide.address().resolve(LETTERS + path))
            .header("Authorization", "Bearer " + readSide.issuer().token(Role.OPERATIONS))
            .POST(
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return StrictJson.mapper().readTree(answer.body());
  }

  @Test
  void whatFailedAndWhatWaitsBehindItIsListedAndOthersGoOn() {
    var id = parked();
    var at = japan("2023-07-10T14:00");
    var other = Uuid7.text();
    readSide.recorder().record(at, applied(other, "C9", null, at));

    var letters = letters(id);
    assertThat(letters.getFirst().at("/name").asString()).isEqualTo("subscription.applied");
    assertThat(letters.getFirst().at("/cause").asString()).contains("DataIntegrityViolation");
    assertThat(letters.getLast().has("cause")).isFalse();
    readSide.get("/v1/subscriptions/" + other + "/consents?minVersion=0", Role.AGENT);
  }

  @Test
  void whatComesToNothingWhenItsBatchIsCompleteIsParkedAndOthersGoOn() {
    var at = japan("2023-07-10T15:00");
    var headless = Uuid7.text();
    var other = Uuid7.text();

    readSide.recorder().record(at, activated(headless, at));
    readSide.recorder().record(at, applied(other, "C9", null, at));

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> letters(headless).size() == 1);
    assertThat(letters(headless).getFirst().at("/name").asString())
        .isEqualTo("subscription.activated");
    readSide.get("/v1/subscriptions/" + other + "/consents?minVersion=0", Role.AGENT);
  }

  @Test
  void aRetryTriesTheStreamInOrderAndCounts() {
    var id = parked();
    var letter = first(id);

    var failed = json(post("/" + letter + "/retry", Uuid7.text(), null));
    assertThat(failed.at("/before").asLong()).isEqualTo(2);
    assertThat(failed.at("/handled").asLong()).isZero();
    assertThat(failed.at("/remaining").asLong()).isEqualTo(2);
    assertThat(failed.at("/cause").asString()).contains("consent_subscription");

    mend();
    var key = Uuid7.text();
    var done = post("/" + letter + "/retry", key, "{}");
    assertThat(json(done).at("/handled").asLong()).isEqualTo(2);
    assertThat(json(done).at("/remaining").asLong()).isZero();
    readSide.get("/v1/subscriptions/" + id + "/consents?minVersion=1", Role.AGENT);

    var again = post("/" + letter + "/retry", '"' + key + '"', "{}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(json(again)).isEqualTo(json(done));
    assertThat(post("/" + letter + "/retry", Uuid7.text(), null).statusCode()).isEqualTo(404);
  }

  @Test
  void aLetterIsDiscardedOnceAndWithAReason() {
    var id = parked();
    var letter = first(id);
    var key = Uuid7.text();

    var done = post("/" + letter + "/discard", key, "{\"reason\":\"再構築で直す\"}");
    assertThat(json(done).at("/discarded").asLong()).isEqualTo(1);
    assertThat(json(done).at("/remaining").asLong()).isEqualTo(1);
    assertThat(letters(id)).hasSize(1);
    var again = post("/" + letter + "/discard", key, "{\"reason\":\"再構築で直す\"}");
    assertThat(json(again)).isEqualTo(json(done));
    var other = post("/" + letter + "/discard", key, "{\"reason\":\"別の理由\"}");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
    assertThat(reasonKept(letter)).isEqualTo("再構築で直す");
  }

  private String reasonKept(String letter) {
    return readSide
        .sql()
        .sql("SELECT reason FROM projection.operation WHERE letter_id = ?")
        .param(letter)
        .query(String.class)
        .single();
  }

  @Test
  void withoutAKeyOrAReasonNothingIsDone() {
    var id = parked();
    var discard = "/" + first(id) + "/discard";
    var retry = "/" + first(id) + "/retry";

    assertThat(post(retry, null, null).body()).contains("IDEMPOTENCY_KEY_MISSING");
    assertThat(post(discard, null, "{\"reason\":\"x\"}").body())
        .contains("IDEMPOTENCY_KEY_MISSING");
    assertThat(post(discard, Uuid7.text(), "{}").body()).contains("MISSING_FIELD");
    assertThat(post(discard, Uuid7.text(), "{\"reason\":\"a@b.example\"}").body())
        .contains("PERSONAL_DATA_IN_TEXT");
    assertThat(post(retry, Uuid7.text(), "{\"why\":1}").body()).contains("UNKNOWN_FIELD");
    assertThat(letters(id)).hasSize(2);
  }

  @Test
  void theListComesInPages() {
    var id = parked();

    var page = readSide.get(LETTERS + "?limit=1", Role.OPERATIONS);
    assertThat(page.at("/items")).hasSize(1);
    assertThat(page.at("/count/value").asLong()).isEqualTo(2);
    var next = "?limit=1&cursor=" + page.at("/next").asString();
    var last = readSide.get(LETTERS + next, Role.OPERATIONS);
    assertThat(last.at("/items/0/id")).isEqualTo(letters(id).getLast().at("/id"));
    assertThat(last.has("next")).isFalse();
    for (var cursor : List.of("%21", Cursor.after("x"), Cursor.after("x/y/z"))) {
      assertThat(readSide.ask(LETTERS + "?cursor=" + cursor, Role.OPERATIONS).body())
          .contains("INVALID_FIELD");
    }
  }

  @Test
  void whileAKeyIsBeingWorkedOnItIsRefused() throws Exception {
    var retry = "/" + first(parked()) + "/retry";
    try (var other = readSide.bean(DataSource.class).getConnection();
        var lock = other.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 7305))")) {
      lock.setString(1, "operations\nbusy");
      lock.execute();
      var refused = post(retry, "busy", null);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("IDEMPOTENCY_KEY_IN_USE");
      try (var unlock = other.createStatement()) {
        unlock.execute("SELECT pg_advisory_unlock_all()");
      }
    }
    assertThat(post(retry, "busy", null).statusCode()).isEqualTo(200);
  }

  @Test
  void healthShowsThemToOperatorsAndStaysUp() {
    parked();

    var health = readSide.get("/actuator/health", Role.OPERATIONS);
    assertThat(health.at("/status").asString()).isEqualTo("UP");
    assertThat(health.toString()).contains("\"deadLetters\":2");
    assertThat(readSide.get("/actuator/health", Role.AGENT).has("components")).isFalse();
  }

  @Test
  void onlyOperatorsMayLook() {
    assertThat(readSide.ask(LETTERS, Role.AGENT).statusCode()).isEqualTo(403);
    assertThat(readSide.ask(LETTERS, Role.AUDITOR).statusCode()).isEqualTo(403);
  }
}
