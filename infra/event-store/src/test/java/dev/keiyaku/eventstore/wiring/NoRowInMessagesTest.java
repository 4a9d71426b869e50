package dev.keiyaku.eventstore.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server quotes the row that it refuses; what a service says of it leaves the row out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoRowInMessagesTest {

  /** No event has revision 0. */
  private static final String REFUSED =
      "INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision,"
          + " recorded_at, payload, metadata, mac) VALUES"
          + " (gen_random_uuid(), 'Subscription', 's', 0, 'n', 0, now(), ?, '{}', sha256('m'))";

  private final TestDatabase database = Schema.fresh();
  private final ConfigurableApplicationContext service =
      new SpringApplicationBuilder(Service.class)
          .web(WebApplicationType.NONE)
          .registerShutdownHook(false)
          .properties(Map.copyOf(database.properties(DatabaseRole.WRITER)))
          .run();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {}

  @AfterAll
  void stop() {
    service.close();
    database.close();
  }

  @Test
  void theServerWouldQuoteTheRow() {
    assertThat(refusedBy(database.as(DatabaseRole.WRITER))).hasStackTraceContaining("ZEBRA");
  }

  @Test
  void aServiceDoesNot() {
    assertThat(refusedBy(service.getBean(DataSource.class)).toString())
        .contains("event_revision_check")
        .doesNotContain("ZEBRA");
  }

  @Test
  void norDoesItsLog() {
    assertThat(
            logged(() -> {
              var refused = refusedBy(service.getBean(DataSource.class));
              LoggerFactory.getLogger(NoRowInMessagesTest.class).error("refused", refused);
            }))
        .contains("event_revision_check")
        .doesNotContain("ZEBRA");
  }

  private static DataIntegrityViolationException refusedBy(DataSource source) {
    var insert = JdbcClient.create(source).sql(REFUSED).param("ZEBRA");
    return catchThrowableOfType(DataIntegrityViolationException.class, insert::update);
  }

  private String logged(Runnable happening) {
    var level = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    try {
      happening.run();
    } finally {
      root.setLevel(level);
      root.detachAppender(log);
    }
    return log.list.stream().map(NoRowInMessagesTest::line).collect(Collectors.joining("\n"));
  }

  private static String line(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }
}
