package dev.keiyaku.http.problem;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.net.ConnectException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Which problem an exception of the framework is. */
public final class ProblemTranslation {

  private static final Duration SOON = Duration.ofSeconds(1);

  private ProblemTranslation() {}

  /** Never fails; what nobody foresaw is {@link ProblemCode#INTERNAL}. */
  public static Problem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (known(cause) instanceof Problem problem) {
        return problem;
      }
    }
    if (Outages.isOutage(thrown)) {
      return Problem.of(ProblemCode.UNAVAILABLE, thrown).retryAfter(SOON);
    }
    return thrown instanceof ServerWebInputException unreadable
        ? unreadable(unreadable)
        : Problem.of(ProblemCode.INTERNAL, thrown);
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  private static @Nullable Problem known(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case DataBufferLimitException e -> Problem.of(ProblemCode.BODY_TOO_LARGE, e);
      case AuthenticationServiceException e ->
          Problem.of(ProblemCode.UNAVAILABLE, e).retryAfter(SOON);
      case AuthenticationException e -> Problem.of(ProblemCode.UNAUTHENTICATED, e);
      case AccessDeniedException e -> Problem.of(ProblemCode.FORBIDDEN, e);
      case ConnectException e -> Problem.of(ProblemCode.UNAVAILABLE, e).retryAfter(SOON);
      case ResponseStatusException e -> ofStatus(e);
      default -> null;
    };
  }

  private static @Nullable Problem ofStatus(ResponseStatusException e) {
    return switch (e) {
      case MethodNotAllowedException not -> methodNotAllowed(not);
      case MissingRequestValueException missing ->
          Problem.of(ProblemCode.MISSING_FIELD).violation(missing.getName(), "required");
      default -> byStatus(e);
    };
  }

  /** A parameter or header of the wrong type; the cause quotes the value and is not kept. */
  private static Problem unreadable(ServerWebInputException e) {
    var parameter = e.getMethodParameter();
    return parameter != null && parameter.getParameterName() instanceof String name
        ? Problem.of(ProblemCode.INVALID_FIELD).violation(name, "invalid")
        : Problem.of(ProblemCode.MALFORMED_REQUEST);
  }

  private static Problem methodNotAllowed(MethodNotAllowedException e) {
    var allowed =
        e.getSupportedMethods().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    return Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
        .detail(allowed)
        .header(HttpHeaders.ALLOW, allowed);
  }

  private static @Nullable Problem byStatus(ResponseStatusException e) {
    var code =
        switch (e.getStatusCode().value()) {
          // A problem or a limit may be the cause: look deeper first.
          case 400 -> e.getCause() == null ? ProblemCode.MALFORMED_REQUEST : null;
          case 401 -> ProblemCode.UNAUTHENTICATED;
          case 403 -> ProblemCode.FORBIDDEN;
          case 404 -> ProblemCode.NOT_FOUND;
          case 406 -> ProblemCode.NOT_ACCEPTABLE;
          case 413 -> ProblemCode.BODY_TOO_LARGE;
          case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
          case 503 -> ProblemCode.UNAVAILABLE;
          case 504 -> ProblemCode.TIMEOUT;
          default -> null;
        };
    if (code == ProblemCode.UNAVAILABLE) {
      return Problem.of(code, e).retryAfter(SOON);
    }
    return code == null ? null : Problem.of(code, e);
  }
}
