package dev.keiyaku.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.append.CommitNotifier;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommitListenerTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient admin = JdbcClient.create(database.admin());
  private final AtomicInteger heard = new AtomicInteger();
  private final CommitNotifier notifier = new CommitNotifier(database.as(DatabaseRole.WRITER));
  private final CommitListener listener =
      new CommitListener(database.as(DatabaseRole.PROJECTOR), heard::incrementAndGet);

  @BeforeEach
  void listens() {
    // It wakes once when it begins to listen.
    await().until(() -> heard.get() == 1);
  }

  @AfterEach
  void stop() {
    listener.close();
    notifier.close();
    database.close();
  }

  private List<@Nullable Integer> listening() {
    return admin
        .sql("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
        .query(Integer.class)
        .list();
  }

  @Test
  void anotherProcesssCommitIsHeard() {
    notifier.committed();
    await().until(() -> heard.get() == 2);
    notifier.committed();
    await().until(() -> heard.get() == 3);
  }

  @Test
  void manyCommitsAreToldTogether() {
    for (int i = 0; i < 10_000; i++) {
      notifier.committed();
    }
    await().until(() -> heard.get() >= 2);
    assertThat(heard.get()).isLessThan(1_000);
  }

  @Test
  void whoseConnectionIsCutListensOnAnother() {
    var cut = listening().getFirst();
    admin.sql("SELECT pg_terminate_backend(?)").param(cut).query().singleRow();
    await().until(() -> !listening().isEmpty() && !listening().contains(cut));
    await().until(() -> heard.get() >= 2);

    int before = heard.get();
    notifier.committed();
    await().until(() -> heard.get() > before);
  }

  @Test
  void whoClosesItGetsItsConnectionBack() {
    listener.close();
    await().until(() -> listening().isEmpty());
    listener.close();
  }
}
