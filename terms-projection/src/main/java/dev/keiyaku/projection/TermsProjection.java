package dev.keiyaku.projection;

import dev.keiyaku.eventstore.wiring.SchemaModule;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** terms-projection: the read models, the queries and the audit. */
@SpringBootApplication
public class TermsProjection {

  public static void main(String[] args) {
    SpringApplication.run(TermsProjection.class, args);
  }

  @Bean
  SchemaModule readModelSchema() {
    return new SchemaModule("projection", "classpath:db/migration/projection", "schema_history");
  }
}
