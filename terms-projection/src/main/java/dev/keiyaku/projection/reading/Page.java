package dev.keiyaku.projection.reading;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a list, in the order of a key.
 *
 * @param count how many there are in all, up to a cap
 * @param next the cursor of the next page; null when this is the last
 */
public record Page<T>(List<T> items, Count count, @Nullable String next) {

  /** How many a page holds unless it is said. */
  public static final int DEFAULT_LIMIT = 50;

  /** How many a page may hold. */
  public static final int LARGEST_LIMIT = 200;

  /** Exact counts take minutes where there are millions: nobody counts further than this. */
  public static final int COUNT_CAP = 10_000;

  /**
   * A count that stops at a cap.
   *
   * @param capped whether there are more than that
   */
  public record Count(long value, boolean capped) {

    /** Of a count that was stopped one beyond the cap. */
    public static Count of(long counted) {
      return new Count(Math.min(counted, COUNT_CAP), counted > COUNT_CAP);
    }
  }

  /**
   * The limit asked for.
   *
   * @throws Problem INVALID_FIELD unless it is from 1 to 200
   */
  public static int limit(Asked asked) {
    var limit = asked.number("limit");
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("limit", "range");
    }
    return limit.intValue();
  }

  /** A page of what was found when one more than the limit was asked for. */
  public static <T> Page<T> of(List<T> found, int limit, Count count, Function<T, String> key) {
    var items = found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    return new Page<>(
        items, count, found.size() > limit ? Cursor.after(key.apply(items.getLast())) : null);
  }

  /** The same page of other items. */
  public <R> Page<R> map(Function<T, R> answer) {
    return new Page<>(items.stream().map(answer).toList(), count, next);
  }

  /** The answer, with the link to the next page: the same request, behind this one. */
  public ResponseEntity<Page<T>> answer(ServerHttpRequest request) {
    return ResponseEntity.ok().headers(headers -> link(request, next, headers)).body(this);
  }

  /**
   * Adds the link to the next page.
   *
   * @param next its cursor; null when there is none
   */
  public static void link(ServerHttpRequest request, @Nullable String next, HttpHeaders headers) {
    if (next != null) {
      var link =
          UriComponentsBuilder.fromUriString(request.getURI().getRawPath())
              .query(request.getURI().getRawQuery())
              .replaceQueryParam("cursor", next)
              .build(true)
              .toUriString();
      headers.set(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
    }
  }
}
