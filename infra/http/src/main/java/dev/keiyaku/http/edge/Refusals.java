package dev.keiyaku.http.edge;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Trace;
import dev.keiyaku.http.problem.ProblemRenderer;
import dev.keiyaku.http.problem.ProblemTranslation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Every refusal leaves here, whoever refused. What a client did wrong is not logged: the message of
 * a framework's exception may quote what was sent.
 */
final class Refusals
    implements WebExceptionHandler,
        ServerAuthenticationEntryPoint,
        ServerAccessDeniedHandler,
        ServerExchangeRejectedHandler,
        Ordered {

  private static final Logger LOG = LoggerFactory.getLogger("dev.keiyaku.http");

  private final ProblemRenderer renderer = new ProblemRenderer();
  private final Toll toll;

  /**
   * @param toll what a refused token costs the address that sent it
   */
  Refusals(Toll toll) {
    this.toll = toll;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(thrown);
    }
    var problem = ProblemTranslation.of(thrown);
    // Nobody reads what is answered to a client that has gone, and it is no fault of ours.
    if (problem.code().status().is5xxServerError()
        && !DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
      log(exchange, problem);
    }
    return answer(exchange, problem);
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
    if (refused instanceof AuthenticationServiceException) {
      return handle(exchange, refused);
    }
    if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
      return answer(exchange, unauthenticated("Bearer"));
    }
    try {
      toll.charge(TollFilter.address(exchange));
      return answer(exchange, unauthenticated("Bearer error=\"invalid_token\""));
    } catch (Problem tooOften) {
      return answer(exchange, tooOften);
    }
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    return answer(exchange, Problem.of(ProblemCode.FORBIDDEN));
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
    return answer(exchange, Problem.of(ProblemCode.MALFORMED_REQUEST));
  }

  /** Before Spring Boot's own handler, at -1. */
  @Override
  public int getOrder() {
    return -2;
  }

  private Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
    return renderer.write(exchange, problem);
  }

  private static Problem unauthenticated(String challenge) {
    return Problem.of(ProblemCode.UNAUTHENTICATED).header(HttpHeaders.WWW_AUTHENTICATE, challenge);
  }

  private static void log(ServerWebExchange exchange, Problem problem) {
    var trace = TraceFilter.of(exchange).map(Trace::traceId).orElse("-");
    if (problem.code() == ProblemCode.INTERNAL) {
      LOG.error("{} in trace {}", problem.code(), trace, problem.getCause());
    } else {
      LOG.warn("{} in trace {}: {}", problem.code(), trace, String.valueOf(problem.getCause()));
    }
  }
}
