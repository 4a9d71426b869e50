package dev.keiyaku.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service over real HTTP: it answers, it writes down what came, and it can fall silent. */
final class RecordingService implements AutoCloseable {

  /** One request as it arrived. */
  record Arrival(String method, String path, Map<String, List<String>> headers, String body) {

    @Nullable String header(String name) {
      var values = headers.get(name);
      return values == null ? null : values.getFirst();
    }
  }

  final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);

  RecordingService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    arrivals.add(
        new Arrival(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    switch (exchange.getRequestURI().getQuery()) {
      case "silent" -> fallSilent();
      case "broken" -> exchange.close();
      case null, default -> plain(exchange);
    }
  }

  private void fallSilent() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void plain(HttpExchange exchange) throws IOException {
    var bytes = "{}".getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("ETag", "\"3\"");
    headers.set("Keep-Alive", "timeout=5");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-00");
    exchange.sendResponseHeaders(
        200, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
