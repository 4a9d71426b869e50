package dev.keiyaku.standalone.authorization;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The authorization server while it runs, in this JVM. */
public final class RunningAuthorizationServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private RunningAuthorizationServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts it on 127.0.0.1.
   *
   * @param issuer its own address, which every token names
   * @param gateway where the console lives, to which people are sent back
   */
  public static RunningAuthorizationServer start(
      Credentials credentials, String issuer, int port, String gateway, Path log) {
    Map<String, Object> settings =
        Map.of(
            "server.address",
            "127.0.0.1",
            "server.port",
            port,
            "server.tomcat.threads.max",
            20,
            "keiyaku.gateway.address",
            gateway,
            "spring.security.oauth2.authorizationserver.issuer",
            issuer,
            "management.endpoints.access.default",
            "none",
            "management.endpoint.health.access",
            "read-only",
            "logging.file.name",
            log.toString(),
            "logging.threshold.console",
            "OFF");
    return new RunningAuthorizationServer(
        new SpringApplicationBuilder(AuthorizationServer.class)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .properties(settings)
            .initializers((GenericApplicationContext it) ->
                it.registerBean(Credentials.class, () -> credentials))
            .run());
  }

  @Override
  public void close() {
    context.close();
  }
}
