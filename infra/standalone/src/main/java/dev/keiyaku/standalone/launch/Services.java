package dev.keiyaku.standalone.launch;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.standalone.launch.Ports.Part;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How each service is started: its own jar, small memory, and only the secrets that it needs. */
record Services(Settings settings, Secrets secrets, String jdbcUrl) {

  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-Xss512k", "--enable-native-access=ALL-UNNAMED");

  static final List<String> NAMES =
      List.of("subscription-service", "terms-projection", "api-gateway");

  static void expectJars(Path root) {
    for (String name : NAMES) {
      if (!Files.isReadable(jar(root, name))) {
        throw new Refusal(jar(root, name) + " is missing; build it: ./mvnw package -DskipTests");
      }
    }
  }

  /** Takes what the services of a training run have left. */
  static void adoptStartCaches(Path root) {
    NAMES.forEach(name -> StartCache.of(Unpacked.of(jar(root, name))).adopt());
  }

  Service subscription() {
    Map<String, Object> its = withDatabase(DatabaseRole.WRITER);
    its.put(Secrets.WRITER_KEY, secrets.keys().getOrDefault(Secrets.WRITER_KEY, ""));
    its.put("keiyaku.backdating.limit", settings.backdating().toString());
    return service("subscription-service", Part.SUBSCRIPTION, "-Xmx224m", its);
  }

  Service projection() {
    Map<String, Object> its = withDatabase(DatabaseRole.PROJECTOR);
    return service("terms-projection", Part.PROJECTION, "-Xmx224m", its);
  }

  Service gateway() {
    Map<String, Object> its = new HashMap<>();
    its.put("keiyaku.gateway.subscription-service", settings.ports().url(Part.SUBSCRIPTION));
    its.put("keiyaku.gateway.terms-projection", settings.ports().url(Part.PROJECTION));
    return service("api-gateway", Part.GATEWAY, "-Xmx128m", its);
  }

  /** What a service is told of the database: its own role, and the owner's for migrating. */
  Map<String, Object> withDatabase(DatabaseRole role) {
    Map<String, Object> its = new HashMap<>();
    its.put("spring.datasource.url", jdbcUrl);
    its.put("spring.datasource.username", role.user());
    its.put("spring.datasource.password", password(role));
    its.put("spring.flyway.user", DatabaseRole.OWNER.user());
    its.put("spring.flyway.password", password(DatabaseRole.OWNER));
    its.put(Secrets.MASTER_KEY, secrets.keys().getOrDefault(Secrets.MASTER_KEY, ""));
    return its;
  }

  private String password(DatabaseRole role) {
    return secrets.roles().getOrDefault(role, "");
  }

  private Service service(String name, Part part, String heap, Map<String, Object> its) {
    its.put("server.address", "127.0.0.1");
    its.put("server.port", settings.ports().of(part));
    its.put("keiyaku.security.issuer", settings.ports().url(Part.AUTH));
    its.put("keiyaku.security.jwk-set-uri", settings.ports().url(Part.AUTH) + "/oauth2/jwks");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    Path jar = Unpacked.of(jar(settings.root(), name));
    StartCache cache = StartCache.of(jar);
    boolean training = settings.purpose() == Purpose.TRAINING;
    command.addAll(training ? cache.learned() : cache.used());
    command.addAll(SMALL);
    command.addAll(List.of(heap, "-jar", jar.toString()));
    // By the environment, which only this user can read, and never on the command line.
    String json = JsonMapper.shared().writeValueAsString(its);
    URI address = URI.create(settings.ports().url(part));
    return new Service(name, address, command, Map.of("SPRING_APPLICATION_JSON", json));
  }

  private static Path jar(Path root, String name) {
    return root.resolve(name).resolve("target").resolve(name + ".jar");
  }
}
