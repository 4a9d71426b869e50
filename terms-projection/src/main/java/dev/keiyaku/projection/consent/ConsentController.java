package dev.keiyaku.projection.consent;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who accepted what, and what binds them: for the question "how do you know?". */
@RestController
class ConsentController {

  private final Consents consents;
  private final MinVersion minVersion;
  private final Clock clock;

  ConsentController(Consents consents, MinVersion minVersion, Clock clock) {
    this.consents = consents;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  /** The consents of every subscription of a subscriber. */
  record OfSubscriber(
      String subscriberId, Instant asOf, @Nullable Instant knownAt, List<ConsentAnswer> items) {}

  @GetMapping("/v1/subscriptions/{id}/consents")
  ConsentAnswer ofSubscription(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var asked = Asked.of(sent, "asOf", "knownAt", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> consents.version(id));
    var answer =
        consents.of(caller, id, when(asked)).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    response.getHeaders().setETag("\"" + answer.version() + "\"");
    return answer;
  }

  @GetMapping("/v1/subscribers/{subscriberId}/consents")
  OfSubscriber ofSubscriber(
      Caller caller,
      @PathVariable String subscriberId,
      @RequestParam MultiValueMap<String, String> sent) {
    var when = when(Asked.of(sent, "asOf", "knownAt"));
    var items = consents.ofSubscriber(caller, subscriberId, when);
    if (items.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return new OfSubscriber(subscriberId, when.asOf(), when.knownAt(), items);
  }

  private Consents.When when(Asked asked) {
    return new Consents.When(
        Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant),
        asked.instant("knownAt"));
  }
}
