package dev.keiyaku.benchmarks.operating;

import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** WebFlux and nothing else: reads a body, answers 201 with a small JSON. A process of its own. */
public final class Bare {

  private static final String JSON =
      "{\"subscriptionId\":\"0197a4c0-0000-7000-8000-000000000001\",\"version\":1,\"status\":\"APPLIED\"}";

  private Bare() {}

  /** Takes the port as its only argument. */
  public static void main(String[] arguments) {
    var route = RouterFunctions.route().POST("/**", Bare::answer).build();
    var handler = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(route));
    HttpServer.create()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .handle(handler)
        .bindNow()
        .onDispose()
        .block();
  }

  private static Mono<ServerResponse> answer(ServerRequest request) {
    return request
        .bodyToMono(byte[].class)
        .flatMap(_ ->
            ServerResponse.created(URI.create("/v1/subscriptions/1"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON));
  }
}
