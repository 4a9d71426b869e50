package dev.keiyaku.eventstore.wiring;

import dev.keiyaku.eventstore.Receipts;
import dev.keiyaku.eventstore.append.EventMac;
import dev.keiyaku.eventstore.append.GroupAppender;
import dev.keiyaku.eventstore.append.PostgresReceipts;
import dev.keiyaku.eventstore.append.WriterKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only with the writer's key: what appends. */
@AutoConfiguration(
    after = {DataSourceAutoConfiguration.class, JdbcClientAutoConfiguration.class},
    before = EventStoreAutoConfiguration.class)
@ConditionalOnProperty("keiyaku.writer-key")
public class WritingAutoConfiguration {

  @Bean
  WriterKey writerKey(@Value("${keiyaku.writer-key}") String key) {
    return WriterKey.of(key);
  }

  @Bean(destroyMethod = "close")
  GroupAppender appender(DataSource source, WriterKey key) {
    return new GroupAppender(source, key);
  }

  @Bean
  Receipts receipts(JdbcClient jdbc, WriterKey key) {
    return new PostgresReceipts(jdbc, key);
  }

  @Bean
  EventMac eventMac(WriterKey key) {
    return new EventMac(key);
  }
}
