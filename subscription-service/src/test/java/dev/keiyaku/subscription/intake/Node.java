package dev.keiyaku.subscription.intake;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.SubscriptionService;
import dev.keiyaku.subscription.subscription.TestTerms;
import dev.keiyaku.subscription.terms.TermsRegister;
import java.net.URI;
import java.util.HashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;

/** One running subscription-service on a random port, with the clauses of {@link TestTerms}. */
final class Node implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Node on(TestDatabase database, String... settings) {
    var properties = new HashMap<String, Object>(database.properties(DatabaseRole.WRITER));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    properties.put("keiyaku.backdating.limit", "P7300D");
    for (var setting : settings) {
      var at = setting.indexOf('=');
      properties.put(setting.substring(0, at), setting.substring(at + 1));
    }
    return new Node(
        new SpringApplicationBuilder(SubscriptionService.class, Terms.class)
            .initializers(app ->
                app.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", properties)))
            .run());
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }

  static class Terms {

    @Bean
    @Primary
    TermsRegister testTerms() {
      return TestTerms::of;
    }
  }
}
