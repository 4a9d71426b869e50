package dev.keiyaku.standalone.launch;

import dev.keiyaku.standalone.launch.Ports.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run is found; written to {@code run/addresses.properties} for {@code infra/token} and
 * {@code infra/demo}.
 *
 * @param clients the file with each machine client's secret
 */
public record Addresses(Home home, URI gateway, URI authorization, Path clients) {

  static Addresses of(Settings settings) {
    return new Addresses(
        settings.home(),
        URI.create(settings.ports().url(Part.GATEWAY)),
        URI.create(settings.ports().url(Part.AUTH)),
        Secrets.clients(settings.home()));
  }

  /** Those of the run on this home, or empty when none runs or it is still starting. */
  public static Optional<Addresses> running(Home home) {
    Map<String, String> lines = SecretFile.read(file(home));
    String gateway = lines.getOrDefault("gateway", "");
    String authorization = lines.getOrDefault("authorization", "");
    if (gateway.isEmpty() || authorization.isEmpty() || !RunLock.isHeld(home)) {
      return Optional.empty();
    }
    return Optional.of(
        new Addresses(home, URI.create(gateway), URI.create(authorization), Secrets.clients(home)));
  }

  /** The secret of a machine client. */
  public String secretOf(String client) {
    return Optional.ofNullable(SecretFile.read(clients).get(client))
        .orElseThrow(() -> new Refusal("there is no client " + client + " in " + clients));
  }

  void publish() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("gateway", gateway.toString());
    lines.put("authorization", authorization.toString());
    lines.put("clients", clients.toString());
    SecretFile.write(file(home), lines);
  }

  static Path file(Home home) {
    return home.run().resolve("addresses.properties");
  }
}
