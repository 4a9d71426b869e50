package dev.keiyaku.gateway;

import dev.keiyaku.http.Access;
import dev.keiyaku.http.Service;
import io.github.bucket4j.TimeMeter;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/** Two routes; the access table has decided which, by method and path, when a request gets here. */
@Configuration(proxyBeanMethods = false)
class Routing {

  @Bean
  RouteLocator routes(RouteLocatorBuilder routes, GatewaySettings settings) {
    return routes
        .routes()
        .route(
            "commands", to -> to.predicate(of(Service.WRITE)).uri(settings.subscriptionService()))
        .route("queries", to -> to.predicate(of(Service.READ)).uri(settings.termsProjection()))
        .build();
  }

  /** Reactor Netty sends a request again by itself when a connection breaks: a command, never. */
  @Bean
  HttpClientCustomizer nothingIsSentTwice() {
    return client -> client.disableRetry(true);
  }

  @Bean
  ClientRate clientRate(GatewaySettings settings, ObjectProvider<TimeMeter> time) {
    return new ClientRate(settings.rate(), time.getIfAvailable(() -> TimeMeter.SYSTEM_NANOTIME));
  }

  private static Predicate<ServerWebExchange> of(Service service) {
    return exchange ->
        exchange.getAttribute(Access.class.getName()) instanceof Access access
            && access.service() == service;
  }
}
