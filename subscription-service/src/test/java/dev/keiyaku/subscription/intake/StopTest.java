package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.append.GroupAppender;
import dev.keiyaku.http.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StopTest {

  private static final int WAITING = 11;

  @Test
  void whateverIsInFlightWhenTheServiceIsToldToStopIsAnsweredAndRecorded() throws Exception {
    try (var database = TestDatabase.fresh();
        var http = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var obstacle = database.admin().getConnection();
        var lock = obstacle.createStatement()) {
      var node = Node.on(database);
      var address = node.address();
      var client = Client.of(http, node, Role.PROVISIONING);
      obstacle.setAutoCommit(false);
      lock.execute("LOCK TABLE events.receipt IN ACCESS EXCLUSIVE MODE");
      var answers = new ArrayList<Future<Answer>>();
      answers.add(threads.submit(() -> apply(client, "at-work")));
      await().until(() -> waiting(database) > 0);
      IntStream.range(0, WAITING)
          .mapToObj(i -> threads.submit(() -> apply(client, "waits-" + i)))
          .forEach(answers::add);
      var appender = node.context().getBean(GroupAppender.class);
      await().until(() -> appender.waiting() == WAITING);

      var stopped = CompletableFuture.runAsync(node::close, threads);
      await().until(() -> !takesConnections(address));
      assertThat(stopped).isNotDone();
      obstacle.commit();

      for (var answer : answers) {
        assertThat(answer.get().status()).isEqualTo(201);
      }
      stopped.join();
      long recorded =
          JdbcClient.create(database.admin())
              .sql("SELECT count(*) FROM events.receipt")
              .query(Long.class)
              .single();
      assertThat(recorded).isEqualTo(1 + WAITING);
    }
  }

  private static Answer apply(Client client, String subscriber) {
    return client.post("/v1/subscriptions", Client.application(subscriber, null), subscriber);
  }

  private static long waiting(TestDatabase database) {
    return JdbcClient.create(database.admin())
        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'")
        .query(Long.class)
        .single();
  }

  private static boolean takesConnections(URI address) {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
