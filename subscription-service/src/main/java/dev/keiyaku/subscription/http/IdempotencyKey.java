package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's name for one request (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param value 1 to 255 visible ASCII characters, without the quotes it may be sent in
 */
public record IdempotencyKey(String value) {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
  private static final Pattern BARE = Pattern.compile("[^\"].*");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Reads the header: a quoted structured string, or the same without quotes.
   *
   * @throws Problem IDEMPOTENCY_KEY_MISSING when there is none, or it is malformed
   */
  public static IdempotencyKey parse(@Nullable String header) {
    var sent = header == null ? "" : header.strip();
    var quoted = QUOTED.matcher(sent);
    var value =
        quoted.matches()
            ? quoted.group(1).replaceAll("\\\\(.)", "$1")
            : BARE.matcher(sent).matches() ? sent : "";
    if (!VALUE.matcher(value).matches()) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
    }
    return new IdempotencyKey(value);
  }
}
