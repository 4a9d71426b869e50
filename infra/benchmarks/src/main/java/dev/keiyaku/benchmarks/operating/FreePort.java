package dev.keiyaku.benchmarks.operating;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port below the range that outgoing connections draw from, so that none of ours takes it. */
final class FreePort {

  private FreePort() {}

  static int next() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), candidate));
        return candidate;
      } catch (IOException taken) {
        continue;
      }
    }
  }
}
