package dev.keiyaku.projection.feed;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed: clients pull, and keep the position that they have reached. */
@RestController
class EventController {

  private static final long DEFAULT_LIMIT = 100;
  private static final long LARGEST_LIMIT = 1000;

  private final Feed feed;

  EventController(Feed feed) {
    this.feed = feed;
  }

  @GetMapping("/v1/events")
  ResponseEntity<Feed.Page> events(
      Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "after", "limit");
    long after = Optional.ofNullable(asked.number("after")).orElse(0L);
    int limit = limit(asked);
    var page = feed.after(after, limit, caller);
    var answer = ResponseEntity.ok();
    if (page.more()) {
      answer.header(
          HttpHeaders.LINK,
          "</v1/events?after=%d&limit=%d>; rel=\"next\"".formatted(page.next(), limit));
    }
    return answer.body(page);
  }

  private static int limit(Asked asked) {
    long limit = Optional.ofNullable(asked.number("limit")).orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("limit", "range");
    }
    return (int) limit;
  }
}
