package dev.keiyaku.http.edge;

import dev.keiyaku.http.Access;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Precondition;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Decides by the access table. Without a token nobody learns which routes there are. */
final class Admission implements ReactiveAuthorizationManager<AuthorizationContext> {

  private final AccessTable table;

  Admission(AccessTable table) {
    this.table = table;
  }

  @Override
  public Mono<AuthorizationResult> authorize(
      Mono<Authentication> authentication, AuthorizationContext context) {
    var exchange = context.getExchange();
    if (open(exchange)) {
      return Mono.just(new AuthorizationDecision(true));
    }
    return authentication
        .ofType(JwtAuthenticationToken.class)
        .<AuthorizationResult>map(token -> {
          admit(token, exchange);
          return new AuthorizationDecision(true);
        })
        .defaultIfEmpty(new AuthorizationDecision(false));
  }

  private boolean open(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return table
        .find(request.getMethod(), request.getPath().pathWithinApplication())
        .filter(Access::open)
        .isPresent();
  }

  private void admit(JwtAuthenticationToken token, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var path = request.getPath().pathWithinApplication();
    var access =
        table.find(request.getMethod(), path).orElseThrow(() -> nowhere(table.methods(path)));
    var caller =
        Callers.of(token.getToken(), access.roles(), exchange).orElseThrow(() -> forbidden(access));
    if (access.ifMatch() == Precondition.REQUIRED
        && !request.getHeaders().containsHeader(HttpHeaders.IF_MATCH)) {
      throw Problem.of(ProblemCode.PRECONDITION_REQUIRED);
    }
    exchange.getAttributes().put(Access.class.getName(), access);
    exchange.getAttributes().put(Caller.class.getName(), caller);
  }

  private static Problem forbidden(Access access) {
    return Problem.of(ProblemCode.FORBIDDEN)
        .detail(
            access.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(", ")));
  }

  private static Problem nowhere(List<HttpMethod> known) {
    if (known.isEmpty()) {
      return Problem.of(ProblemCode.NOT_FOUND);
    }
    var allowed = known.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    return Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
        .detail(allowed)
        .header(HttpHeaders.ALLOW, allowed);
  }
}
