package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.IdempotencyKey;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers their {@link Call}. */
final class CallArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Call.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> call(exchange));
  }

  private static Call call(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    Caller caller = exchange.getRequiredAttribute(Caller.class.getName());
    return new Call(
        caller,
        IdempotencyKey.of(request.getHeaders()),
        request.getPath().pathWithinApplication().value(),
        IfMatch.of(request.getHeaders()));
  }
}
