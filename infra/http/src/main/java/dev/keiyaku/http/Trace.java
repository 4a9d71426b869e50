package dev.keiyaku.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context, as one hop sees it.
 *
 * @param traceId 32 hexadecimal digits; our correlation id
 * @param spanId 16 hexadecimal digits; this hop
 * @param flags 2 hexadecimal digits
 */
public record Trace(String traceId, String spanId, String flags) {

  private static final Pattern HEADER =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

  /** Goes on with the caller's trace, or begins one when the header is missing or malformed. */
  public static Trace accept(@Nullable String traceparent) {
    var match = HEADER.matcher(traceparent == null ? "" : traceparent);
    if (!match.matches() || zero(match.group(1)) || zero(match.group(2))) {
      return new Trace(hex(16), hex(8), "00");
    }
    return new Trace(match.group(1), hex(8), match.group(3));
  }

  /** The header that the next hop, and the answer, carry. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  private static boolean zero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    do {
      ThreadLocalRandom.current().nextBytes(random);
    } while (random[0] == 0);
    return HexFormat.of().formatHex(random);
  }
}
