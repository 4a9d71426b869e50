package dev.keiyaku.http;

/** Whether a route takes {@code If-Match}. */
public enum Precondition {
  NONE,
  OPTIONAL,
  REQUIRED;

  static Precondition ofCell(String cell) {
    return switch (cell) {
      case "-" -> NONE;
      case "optional" -> OPTIONAL;
      case "required" -> REQUIRED;
      default -> throw new IllegalStateException("If-Match: -, optional or required, not " + cell);
    };
  }
}
