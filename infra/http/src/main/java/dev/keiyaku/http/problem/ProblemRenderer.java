package dev.keiyaku.http.problem;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.Trace;
import dev.keiyaku.http.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a problem as the answer. */
public final class ProblemRenderer {

  private final ProblemTexts texts = new ProblemTexts();

  /** Answers with the problem, in the caller's language. */
  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    var language = Language.of(exchange.getRequest().getHeaders().getFirst("Accept-Language"));
    var response = exchange.getResponse();
    response.setStatusCode(problem.code().status());
    var headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    problem.headers().forEach(headers::set);
    if (problem.retryAfter() instanceof Duration wait) {
      headers.set(HttpHeaders.RETRY_AFTER, seconds(wait));
    }
    var bytes = StrictJson.write(body(problem, language, exchange));
    headers.setContentLength(bytes.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }

  private Map<String, Object> body(Problem problem, Language language, ServerWebExchange exchange) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", problem.code().type());
    body.put("title", texts.title(problem.code(), language));
    body.put("status", problem.code().status().value());
    if (texts.detail(problem, language) instanceof String detail) {
      body.put("detail", detail);
    }
    body.put("instance", instance(exchange));
    body.put("code", problem.code().name());
    if (problem.article() instanceof String article) {
      body.put("article", article);
    }
    if (problem.state() instanceof String state) {
      body.put("currentState", state);
    }
    lists(problem, language, body);
    problem.members().forEach(body::putIfAbsent);
    return body;
  }

  private void lists(Problem problem, Language language, Map<String, Object> body) {
    if (!problem.allowed().isEmpty() || problem.state() != null) {
      body.put("allowedActions", problem.allowed());
    }
    if (!problem.violations().isEmpty()) {
      body.put("violations", violations(problem, language));
    }
  }

  private List<Map<String, String>> violations(Problem problem, Language language) {
    return problem.violations().stream().map(violation -> one(violation, language)).toList();
  }

  private Map<String, String> one(Violation violation, Language language) {
    var one = new LinkedHashMap<String, String>();
    one.put("path", violation.path());
    one.put("code", violation.code());
    one.put("message", texts.violation(violation, language));
    return one;
  }

  /** The correlation id, written as the UUID it fits in. */
  private static String instance(ServerWebExchange exchange) {
    if (exchange.getAttribute(Trace.class.getName()) instanceof Trace trace) {
      var id = trace.traceId();
      return "urn:uuid:"
          + String.join(
              "-",
              id.substring(0, 8),
              id.substring(8, 12),
              id.substring(12, 16),
              id.substring(16, 20),
              id.substring(20));
    }
    return "urn:uuid:" + UUID.randomUUID();
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }
}
