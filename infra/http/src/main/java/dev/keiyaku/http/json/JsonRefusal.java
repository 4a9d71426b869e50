package dev.keiyaku.http.json;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Screening;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a binding error may say: the path and what was expected, never the value. */
public final class JsonRefusal {

  private JsonRefusal() {}

  /** The problem of a body that is JSON but not what was asked for. */
  public static Problem of(JacksonException e) {
    var path = path(e.getPath());
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Problem problem -> {
          return problem;
        }
        case TimeRefused refused -> {
          return time(path, refused.violation());
        }
        default -> {}
      }
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          Problem.of(ProblemCode.UNKNOWN_FIELD).violation(path, "unknown");
      case InvalidFormatException invalid ->
          Problem.of(ProblemCode.INVALID_FIELD).violation(path, "invalid");
      default -> Problem.of(ProblemCode.INVALID_FIELD).violation(path, "type");
    };
  }

  private static Problem time(String path, String violation) {
    var code =
        violation.equals("offset") ? ProblemCode.TIME_WITHOUT_OFFSET : ProblemCode.INVALID_FIELD;
    return Problem.of(code).violation(path, violation);
  }

  private static String path(List<JacksonException.Reference> references) {
    var path = new StringBuilder();
    for (var reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".")
            .append(Screening.harmless(reference.getPropertyName()));
      }
    }
    return path.isEmpty() ? "$" : path.toString();
  }
}
