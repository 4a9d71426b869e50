package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/demo} exits with when the product that runs answers otherwise than told. */
class DemoTest {

  @TempDir Path home;

  @Test
  void anAnswerThatIsNotTheOneToldIsAStatusOfOne() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", DemoTest::answer);
    server.start();
    try (var lock = runs("http://127.0.0.1:" + server.getAddress().getPort())) {
      assertThat(lock.isOpen()).isTrue();
      List<String> said = new ArrayList<>();

      assertThat(Demo.run(Map.of("KEIYAKU_HOME", home.toString()), said::add)).isEqualTo(1);

      assertThat(said).contains("Playing in the infra/up that runs on " + home + ".");
      assertThat(said).noneMatch(line -> line.startsWith("Every step was answered as told"));
    } finally {
      server.stop(0);
    }
  }

  /** Leaves what says that a product runs there, and holds its lock. */
  private FileChannel runs(String address) throws IOException {
    var run = Files.createDirectory(home.resolve("run"));
    Files.writeString(
        run.resolve("addresses.properties"),
        "gateway=%s\nauthorization=%s\n".formatted(address, address));
    var clients = Files.createDirectory(home.resolve("secrets")).resolve("clients.properties");
    var secrets =
        List.of("provisioning=s", "auditor=s", "agent=s", "legal=s", "provisioning-isp-a=s");
    Files.write(clients, secrets);
    var channel =
        FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** A token to whoever asks, and success without a word to everything else. */
  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = "{\"access_token\":\"t\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
