package dev.keiyaku.projection.operations;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's name for one request (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param value 1 to 255 visible ASCII characters, without the quotes it may be sent in
 */
record OperationKey(String value) {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  static OperationKey parse(@Nullable String header) {
    var sent = header == null ? "" : header.strip();
    var quoted = QUOTED.matcher(sent);
    var value = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : sent;
    if (!VALUE.matcher(value).matches() || (!quoted.matches() && sent.startsWith("\""))) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
    }
    return new OperationKey(value);
  }
}
