package dev.keiyaku.http;

import org.jspecify.annotations.Nullable;

/** Checks of single fields that every controller needs. */
public final class Fields {

  private Fields() {}

  /**
   * The value, when it was sent.
   *
   * @throws Problem MISSING_FIELD naming the path
   */
  public static <T> T required(@Nullable T value, String path) {
    if (value == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD).violation(path, "required");
    }
    return value;
  }

  /**
   * A text that is sent, not blank and at most so many characters long.
   *
   * @throws Problem MISSING_FIELD or INVALID_FIELD naming the path
   */
  public static String text(@Nullable String value, String path, int longest) {
    var text = required(value, path);
    if (text.isBlank()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation(path, "blank");
    }
    if (text.length() > longest) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation(path, "too-long");
    }
    return text;
  }
}
