package dev.keiyaku.projection.reading;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as clients carry it: opaque to them, the last key to us. */
public final class Cursor {

  private Cursor() {}

  /** The cursor behind a key. */
  public static String after(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of a cursor of numbers; -1, before every key, when none was sent.
   *
   * @throws Problem INVALID_FIELD when we never made it
   */
  public static long number(@Nullable String cursor) {
    var key = key(cursor);
    if (!key.matches("[0-9]{0,18}")) {
      throw invalid();
    }
    return key.isEmpty() ? -1 : Long.parseLong(key);
  }

  /** What says that we never made a cursor. */
  public static Problem invalid() {
    return Problem.of(ProblemCode.INVALID_FIELD).violation("cursor", "invalid");
  }

  /**
   * The key of a cursor; the empty text, before every key, when none was sent.
   *
   * @throws Problem INVALID_FIELD when we never made it
   */
  public static String key(@Nullable String cursor) {
    try {
      return cursor == null
          ? ""
          : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemCode.INVALID_FIELD, e).violation("cursor", "invalid");
    }
  }
}
