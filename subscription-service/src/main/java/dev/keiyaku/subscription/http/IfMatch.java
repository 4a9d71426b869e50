package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The versions that a client will have its command decided on (RFC 9110, 13.1.1). Compared
 * strongly: a weak tag matches nothing.
 *
 * @param any whether {@code *} was sent
 * @param versions the stream versions named
 */
public record IfMatch(boolean any, Set<Long> versions) {

  static final String KEY = "keiyaku.if-match";

  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern LIST =
      Pattern.compile("\\s*" + TAG.pattern() + "(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*\\s*");
  private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

  /**
   * Reads the header, which may come in several lines.
   *
   * @return null when none was sent
   * @throws Problem MALFORMED_REQUEST when it is no list of entity tags
   */
  static @Nullable IfMatch of(HttpHeaders headers) {
    var lines = headers.getOrEmpty(HttpHeaders.IF_MATCH);
    return lines.isEmpty() ? null : parse(String.join(", ", lines));
  }

  private static IfMatch parse(String header) {
    if (header.strip().equals("*")) {
      return new IfMatch(true, Set.of());
    } else if (!LIST.matcher(header).matches()) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST);
    }
    var versions = new HashSet<Long>();
    var tags = TAG.matcher(header);
    while (tags.find()) {
      if (tags.group(1) == null && VERSION.matcher(tags.group(2)).matches()) {
        versions.add(Long.valueOf(tags.group(2)));
      }
    }
    return new IfMatch(false, Set.copyOf(versions));
  }

  /**
   * For an aggregate, before it decides: holds the command against the version it is decided on.
   *
   * @param sent the command's metadata
   * @param version the stream's version
   * @throws Problem PRECONDITION_FAILED
   */
  public static void check(MetaData sent, long version) {
    if (sent.get(KEY) instanceof IfMatch match && !match.admits(version)) {
      throw Problem.of(ProblemCode.PRECONDITION_FAILED);
    }
  }

  boolean admits(long version) {
    return any || versions.contains(version);
  }
}
