package dev.keiyaku.eventstore.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What a service would otherwise have to switch off in Axon, and in the driver, by itself. Settings
 * of the service win.
 */
public final class AxonDefaults implements EnvironmentPostProcessor {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "axon.axonserver.enabled", "false",
          // Axon's default is XStream, which pokes about in the JVM.
          "axon.serializer.general", "jackson3",
          "axon.serializer.messages", "jackson3",
          "axon.serializer.events", "jackson3",
          // Its watch over slow handlers races with them (AxonFramework#4456).
          "axon.timeout.enabled", "false",
          // The driver's messages would otherwise carry whole rows into logs and dead letters.
          "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("keiyaku-axon-defaults", DEFAULTS));
    // Read by Axon from the system only.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
  }
}
