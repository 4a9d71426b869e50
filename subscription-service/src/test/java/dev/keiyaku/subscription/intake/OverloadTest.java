package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.append.GroupAppender;
import dev.keiyaku.http.Role;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OverloadTest {

  @Test
  void whoComesOnTopOfWhatANodeCanDoIsTurnedAwayAtOnceAndTheOthersAreAnswered() throws Exception {
    try (var database = TestDatabase.fresh();
        var http = HttpClient.newHttpClient();
        var node = Node.on(database, "keiyaku.commands.at-a-time=2");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = Client.of(http, node, Role.PROVISIONING);
      try (var obstacle = database.admin().getConnection();
          var lock = obstacle.createStatement()) {
        obstacle.setAutoCommit(false);
        lock.execute("LOCK TABLE events.receipt IN ACCESS EXCLUSIVE MODE");
        var appender = node.context().getBean(GroupAppender.class);
        var writing = threads.submit(() -> apply(client, "writing"));
        await().until(() -> somebodyWaits(database));
        var waiting = threads.submit(() -> apply(client, "waiting"));
        await().until(() -> appender.waiting() == 1);

        var turnedAway = apply(client, "on-top");
        assertThat(turnedAway.code()).isEqualTo("UNAVAILABLE");
        assertThat(turnedAway.header("Retry-After")).isEqualTo("1");

        obstacle.commit();
        assertThat(writing.get().status()).isEqualTo(201);
        assertThat(waiting.get().status()).isEqualTo(201);
      }
      assertThat(apply(client, "on-top").status()).isEqualTo(201);
    }
  }

  private static boolean somebodyWaits(TestDatabase database) {
    return JdbcClient.create(database.admin())
        .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock')")
        .query(Boolean.class)
        .single();
  }

  private static Answer apply(Client client, String subscriber) {
    return client.post("/v1/subscriptions", Client.application(subscriber, null), subscriber);
  }
}
