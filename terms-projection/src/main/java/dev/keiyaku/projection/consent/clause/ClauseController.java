package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.consent.Consents;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clause by clause: the words a subscriber agreed to, and the words that bind them. */
@RestController
class ClauseController {

  private final Clauses clauses;
  private final Consents consents;
  private final MinVersion minVersion;
  private final Clock clock;

  ClauseController(Clauses clauses, Consents consents, MinVersion minVersion, Clock clock) {
    this.clauses = clauses;
    this.consents = consents;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  /** The clauses of every subscription of a subscriber. */
  record OfSubscriber(
      String subscriberId,
      Instant asOf,
      @Nullable Instant knownAt,
      List<SubscriptionClauses> items) {}

  @GetMapping("/v1/subscriptions/{id}/clauses")
  SubscriptionClauses ofSubscription(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "document", "path", "asOf", "knownAt", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> consents.version(id));
    return clauses.ofSubscription(caller, id, question(asked)).stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/v1/subscribers/{subscriberId}/clauses")
  OfSubscriber ofSubscriber(
      Caller caller,
      @PathVariable String subscriberId,
      @RequestParam MultiValueMap<String, String> sent) {
    var question = question(Asked.of(sent, "document", "path", "asOf", "knownAt"));
    var items = clauses.ofSubscriber(caller, subscriberId, question);
    if (items.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return new OfSubscriber(subscriberId, question.asOf(), question.knownAt(), items);
  }

  private Clauses.Question question(Asked asked) {
    return new Clauses.Question(
        asked.text("document"),
        asked.text("path"),
        Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant),
        asked.instant("knownAt"));
  }
}
