package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.wiring.WiringRefusedException;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.util.ReflectionTestUtils;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartUpTest {

  private static final String PRODUCTION = "axoniq.usage.force-test-environment";

  private final TestDatabase database = TestDatabase.fresh();

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void aServiceDoesNotStartAsTheOwnerOfTheEvents() {
    Schema.migrate(database);
    assertThatThrownBy(() -> Services.start(database, DatabaseRole.OWNER, Map.of()).close())
        .isInstanceOf(WiringRefusedException.class)
        .hasMessageContaining("may change events");
  }

  @Test
  void axonReportsNothingToItsVendorOutsideOfTestsEither() {
    System.setProperty(PRODUCTION, "true");
    try (var service = Services.writer(database)) {
      var checker = service.getBean(UpdateChecker.class);
      Object scheduled = ReflectionTestUtils.getField(checker, "executor");
      assertThat(scheduled)
          .isInstanceOfSatisfying(
              ScheduledThreadPoolExecutor.class,
              executor -> assertThat(executor.getQueue()).isEmpty());
    } finally {
      System.clearProperty(PRODUCTION);
    }
  }

  @Test
  void withoutTheWritersKeyNothingIsWritten() {
    try (var service =
        Services.start(database, DatabaseRole.PROJECTOR, Map.of(), Services.Writer.class)) {
      var commands = service.getBean(CommandGateway.class);
      assertThatThrownBy(() -> commands.sendAndWait(new Account.Open("x")))
          .hasStackTraceContaining("never writes events");
    }
  }
}
