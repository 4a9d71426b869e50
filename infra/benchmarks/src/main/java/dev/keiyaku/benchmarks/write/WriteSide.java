package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.eventstore.append.Appender;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.IdempotencyKey;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.SubscriptionService;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The real subscription-service in this process, its desk called as its controllers do. */
final class WriteSide implements AutoCloseable {

  private static final byte[] BODY = "x".repeat(600).getBytes(StandardCharsets.US_ASCII);
  private static final Caller CALLER =
      new Caller("bench", Role.PROVISIONING, "bench", null, "0".repeat(32));

  private final ConfigurableApplicationContext context;
  private final CommandDesk desk;

  private WriteSide(ConfigurableApplicationContext context) {
    this.context = context;
    this.desk = context.getBean(CommandDesk.class);
  }

  static WriteSide on(Ground ground) {
    var properties = new HashMap<>(ground.properties(DatabaseRole.WRITER));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    properties.put("server.address", "127.0.0.1");
    return new WriteSide(
        new SpringApplicationBuilder(SubscriptionService.class)
            .properties("logging.level.root=error")
            .initializers(it ->
                it.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("bench", properties)))
            .run());
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Sends a command; whether it was taken, and not turned away because there is too much to do. */
  boolean send(Object command, String path) {
    var key = new IdempotencyKey(UUID.randomUUID().toString());
    try {
      desk.created(new Call(CALLER, key, path, null), BODY, command, path);
      return true;
    } catch (Problem refused) {
      if (refused.code() == ProblemCode.UNAVAILABLE) {
        return false;
      }
      throw refused;
    }
  }

  Appender appender() {
    return context.getBean(Appender.class);
  }

  /** Sends a command until it is taken. */
  void insist(Object command, String path) {
    boolean taken = false;
    while (!taken) {
      taken = send(command, path);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
