package dev.keiyaku.http;

import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * A client's name for one request (draft-ietf-httpapi-idempotency-key-header-07). A controller
 * takes it as an argument.
 *
 * @param value 1 to 255 visible ASCII characters, without the quotes it may be sent in
 */
public record IdempotencyKey(String value) {

  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
  private static final Pattern BARE = Pattern.compile("[^\"].*");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Reads the header: a quoted structured string, or the same without quotes.
   *
   * @throws Problem IDEMPOTENCY_KEY_MISSING when there is none or more than one, or it is malformed
   */
  public static IdempotencyKey of(HttpHeaders headers) {
    var sent = headers.getOrEmpty(HEADER);
    var value = sent.size() == 1 ? unquoted(sent.getFirst().strip()) : "";
    if (!VALUE.matcher(value).matches()) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
    }
    return new IdempotencyKey(value);
  }

  private static String unquoted(String sent) {
    var quoted = QUOTED.matcher(sent);
    if (quoted.matches()) {
      return quoted.group(1).replaceAll("\\\\(.)", "$1");
    }
    return BARE.matcher(sent).matches() ? sent : "";
  }
}
