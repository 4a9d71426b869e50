package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The port of each part, all on 127.0.0.1. */
public record Ports(Map<Part, Integer> numbers) {

  /** What listens, with its usual port; {@code KEIYAKU_PORT_<name>} overrides it, 0 takes any. */
  public enum Part {
    GATEWAY(8080),
    SUBSCRIPTION(8081),
    PROJECTION(8082),
    AUTH(9000),
    DATABASE(5433);

    private final int usual;

    Part(int usual) {
      this.usual = usual;
    }

    String variable() {
      return "KEIYAKU_PORT_" + name();
    }
  }

  static Ports of(Map<String, String> environment) {
    Map<Part, Integer> numbers = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      int asked = asked(part, environment);
      numbers.put(part, asked == 0 ? anyFree(numbers) : asked);
    }
    return new Ports(numbers);
  }

  public int of(Part part) {
    return numbers.getOrDefault(part, part.usual);
  }

  public String url(Part part) {
    return "http://127.0.0.1:" + of(part);
  }

  /** Refuses when the port is taken. */
  void expectFree(Part part) {
    if (!isFree(of(part))) {
      throw new Refusal(
          "port %d of %s is taken; free it or set %s (0 takes any free port)"
              .formatted(of(part), part, part.variable()));
    }
  }

  private static int asked(Part part, Map<String, String> environment) {
    String given = environment.getOrDefault(part.variable(), "").strip();
    if (given.isEmpty()) {
      return part.usual;
    }
    if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > 65_535) {
      throw new Refusal("%s is no port: %s".formatted(part.variable(), given));
    }
    return Integer.parseInt(given);
  }

  /** Below the range that outgoing connections draw from, so that none of ours takes it first. */
  private static int anyFree(Map<Part, Integer> taken) {
    for (int tries = 0; tries < 1000; tries++) {
      int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (!taken.containsValue(candidate) && isFree(candidate)) {
        return candidate;
      }
    }
    throw new Refusal("no free port was found between 20000 and 32000");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
