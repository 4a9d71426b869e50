package dev.keiyaku.http.edge;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What all three processes agree on unless their own configuration says otherwise. */
final class EdgeDefaults implements EnvironmentPostProcessor {

  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("server.address", "127.0.0.1"),
          // A platform's guess must not make us believe X-Forwarded-* of anyone.
          Map.entry("server.forward-headers-strategy", "none"),
          Map.entry("server.http2.enabled", "false"),
          Map.entry("spring.threads.virtual.enabled", "true"),
          Map.entry("management.endpoints.access.default", "none"),
          Map.entry("management.endpoint.health.access", "read-only"),
          Map.entry("management.endpoints.web.exposure.include", "health"),
          Map.entry("management.endpoints.web.discovery.enabled", "false"),
          Map.entry("management.endpoint.health.probes.enabled", "true"),
          Map.entry("management.endpoint.health.show-details", "when-authorized"),
          Map.entry("management.endpoint.health.show-components", "when-authorized"),
          Map.entry("management.endpoint.health.roles", "operations"));

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new MapPropertySource("keiyakuEdge", DEFAULTS));
  }
}
