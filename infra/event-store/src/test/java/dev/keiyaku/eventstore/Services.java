package dev.keiyaku.eventstore;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The two services as small as they can be: the same wiring, one aggregate, one projector. */
final class Services {

  private Services() {}

  static ConfigurableApplicationContext writer(TestDatabase database) {
    return start(database, DatabaseRole.WRITER, Map.of(), Writer.class);
  }

  /** It hears of commits, and never looks by itself. */
  static ConfigurableApplicationContext reader(TestDatabase database, Class<?>... more) {
    return start(
        database,
        DatabaseRole.PROJECTOR,
        Map.of(
            "keiyaku.event-store.processing-schema", "projection",
            "keiyaku.event-store.tick", "1h"),
        more);
  }

  static ConfigurableApplicationContext start(
      TestDatabase database, DatabaseRole role, Map<String, String> more, Class<?>... sources) {
    var properties = new LinkedHashMap<String, Object>(database.properties(role));
    properties.put("spring.datasource.hikari.maximum-pool-size", "6");
    properties.put("spring.main.banner-mode", "off");
    properties.putAll(more);
    return new SpringApplicationBuilder(sources)
        .sources(Service.class)
        .web(WebApplicationType.NONE)
        .registerShutdownHook(false)
        .properties(properties)
        .run();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {}

  @Configuration(proxyBeanMethods = false)
  static class Writer {
    @Bean
    @Scope("prototype")
    Account account() {
      return new Account();
    }
  }
}
