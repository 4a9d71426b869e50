package dev.keiyaku.http.testing;

/** What the access table makes of a request. */
public enum Verdict {
  UNAUTHENTICATED,
  FORBIDDEN,
  /** Past the door: any status but 401, 403 and 405. */
  ADMITTED;

  boolean fits(int status) {
    return switch (this) {
      case UNAUTHENTICATED -> status == 401;
      case FORBIDDEN -> status == 403;
      case ADMITTED -> status != 401 && status != 403 && status != 405;
    };
  }
}
