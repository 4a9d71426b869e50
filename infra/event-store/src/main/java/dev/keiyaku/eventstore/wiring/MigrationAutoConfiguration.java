package dev.keiyaku.eventstore.wiring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Only with the owner's credentials: schemas are brought up to date at the start. */
@AutoConfiguration(before = EventStoreAutoConfiguration.class)
@ConditionalOnProperty("spring.flyway.user")
@ConditionalOnProperty(name = "keiyaku.schema.migrate", matchIfMissing = true)
public class MigrationAutoConfiguration {

  @Bean
  Migrations migrations(
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.flyway.user}") String user,
      @Value("${spring.flyway.password:#{null}}") @Nullable String password,
      List<SchemaModule> modules) {
    var migrations = new Migrations(url, user, password);
    migrations.run(modules);
    return migrations;
  }
}
