package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import java.net.http.HttpClient;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a request carries of a person reaches no log, whatever its level, no answer and no row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingPersonalIsToldTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node node = Node.on(database);
  private final Client agent = Client.of(http, node, Role.AGENT);
  private String at = "";

  @BeforeAll
  void apply() {
    at =
        Client.of(http, node, Role.PROVISIONING)
            .post("/v1/subscriptions", Client.application("told", null))
            .header("Location");
  }

  @AfterAll
  void stop() {
    node.close();
    http.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FORBIDDEN_PERSONAL_FIELD | hunter2   | {"ground": "VENDOR", "reason": "x", "password": "hunter2"}
          FORBIDDEN_PERSONAL_FIELD | hunter2   | {"ground": "VENDOR", "reason": "x", "パスワード": "hunter2"}
          PERSONAL_DATA_IN_TEXT    | taro@     | {"ground": "VENDOR", "reason": "x", "note": "taro@example.jp"}
          PERSONAL_DATA_IN_TEXT    | 1234-5678 | {"ground": "VENDOR", "reason": "電話 03-1234-5678 へ"}
          PERSONAL_DATA_IN_TEXT    | hunter2   | {"ground": "VENDOR", "reason": "パスワードは「hunter2」"}
          UNKNOWN_FIELD            | taro@     | {"ground": "VENDOR", "reason": "x", "taro@example.jp": 1}
          UNKNOWN_FIELD            | hunter2   | {"ground": "VENDOR", "reason": "x", "other": "hunter2"}
          INVALID_FIELD            | hunter2   | {"ground": "hunter2", "reason": "x"}
          INVALID_FIELD            | hunter2   | {"ground": "VENDOR", "startsAt": "hunter2", "reason": "x"}
          INVALID_FIELD            | hunter2   | {"ground": "VENDOR", "reason": ["hunter2"]}
          MALFORMED_JSON           | hunter2   | {"ground": "VENDOR", "reason": "x", "password": hunter2}
          MALFORMED_JSON           | hunter2   | {"ground": "VENDOR", "password": "hunter2", "password": "hunter2"}
          MALFORMED_JSON           | hunter2   | {"ground": "VENDOR", "password": "hunter2
          """)
  void whatIsRefusedIsNotRepeated(String code, String secret, String body) {
    assertToldNobody(body, code, secret);
  }

  private void assertToldNobody(String body, String code, String secret) {
    try (var log = new Overheard()) {
      var refused = agent.post(at + "/suspensions", body);

      assertThat(refused.code()).isEqualTo(code);
      assertThat(refused.response().body()).doesNotContain(secret);
      assertThat(refused.response().headers().toString()).doesNotContain(secret);
      assertThat(log.lines()).noneMatch(line -> line.contains(secret));
    }
    assertThat(rows()).doesNotContain(secret);
  }

  @Test
  void whatIsTakenIsStoredAsCiphertextAndNotRepeated() {
    var secret = "ZEBRA-" + UUID.randomUUID();
    try (var log = new Overheard()) {
      var taken =
          agent.post(
              at + "/suspensions",
              """
              {"ground": "VENDOR", "reason": "%1$s", "note": "%1$s",
               "notice": {"impossibleBecause": "%1$s"}}
              """
                  .formatted(secret));

      assertThat(taken.status()).isEqualTo(201);
      assertThat(taken.response().body()).doesNotContain(secret);
      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(secret));
    }
    assertThat(rows()).contains("subscription.suspended").doesNotContain(secret);
  }

  /** What an operator numbers its customers by is its own affair. */
  @Test
  void anIdIsNoText() {
    var taken =
        Client.of(http, node, Role.PROVISIONING)
            .post("/v1/subscriptions", Client.application("09012345678", null));

    assertThat(taken.status()).isEqualTo(201);
  }

  /** Payload and metadata included: both are text. */
  private String rows() {
    var all =
        "SELECT string_agg(row::text, '\n') FROM (SELECT to_jsonb(e) FROM events.event e"
            + " UNION ALL SELECT to_jsonb(r) FROM events.receipt r"
            + " UNION ALL SELECT to_jsonb(c) FROM events.claim c) AS every(row)";
    return JdbcClient.create(database.admin()).sql(all).query(String.class).single();
  }
}
