package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void withoutItsDatabaseItSaysWhenToComeAgainAndRecoversByItself() throws IOException {
    try (var database = TestDatabase.fresh();
        var gate = new Gate(database.server().port());
        var http = HttpClient.newHttpClient();
        var node =
            Node.on(
                database,
                "spring.datasource.url="
                    + database.url().replace(":" + database.server().port(), ":" + gate.port()),
                "spring.datasource.hikari.connection-timeout=500")) {
      var client = Client.of(http, node, Role.PROVISIONING);
      var application = Client.application("C1", null);
      var before = client.post("/v1/subscriptions", application, "key-1");
      assertThat(before.status()).isEqualTo(201);

      gate.shut();
      var away = client.post("/v1/subscriptions", Client.application("C2", null), "key-2");
      assertThat(away.status()).as(away.response().body()).isEqualTo(503);
      assertThat(away.code()).isEqualTo("UNAVAILABLE");
      assertThat(away.header("Retry-After")).isNotEmpty();
      assertThat(client.post("/v1/subscriptions", application, "key-1").status()).isEqualTo(503);

      gate.reopen();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(
                      client
                          .post("/v1/subscriptions", Client.application("C2", null), "key-2")
                          .status())
                  .isEqualTo(201));
      assertThat(client.post("/v1/subscriptions", application, "key-1").response().body())
          .isEqualTo(before.response().body());
    }
  }
}
