package dev.keiyaku.projection.operations;

import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.DeadLetters.Place;
import dev.keiyaku.eventstore.processing.ParkedEvent;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.IdempotencyKey;
import dev.keiyaku.http.Screening;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.projection.operations.Operation.Action;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events that could not be projected. */
@RestController
@RequestMapping("/v1/operations/dead-letters")
class DeadLetterController {

  private final DeadLetters letters;
  private final DeadLetterDesk desk;

  DeadLetterController(DeadLetters letters, DeadLetterDesk desk) {
    this.letters = letters;
    this.desk = desk;
  }

  /** Nothing can be said with a retry. */
  record Retry() {}

  /** Why a letter is given up. */
  record Discarding(@Nullable String reason) {}

  @GetMapping
  ResponseEntity<Page<ParkedEvent>> all(
      @RequestParam MultiValueMap<String, String> sent, ServerHttpRequest request) {
    var asked = Asked.of(sent, "cursor", "limit");
    var limit = Page.limit(asked);
    var found = letters.page(place(Cursor.key(asked.text("cursor"))), limit + 1);
    return Page.of(found, limit, Page.Count.of(letters.count()), DeadLetterController::key)
        .answer(request);
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<Outcome> retry(
      Caller caller,
      @PathVariable String id,
      IdempotencyKey key,
      @RequestBody(required = false) byte @Nullable [] body) {
    if (body != null && body.length > 0) {
      StrictJson.read(body, Retry.class);
    }
    return answer(new Operation(Action.RETRY, id, null, caller, key));
  }

  @PostMapping("/{id}/discard")
  ResponseEntity<Outcome> discard(
      Caller caller,
      @PathVariable String id,
      IdempotencyKey key,
      Submitted<Discarding> discarding) {
    var reason = Fields.text(discarding.body().reason(), "reason", 2000);
    Screening.freeText("reason", reason);
    return answer(new Operation(Action.DISCARD, id, reason, caller, key));
  }

  private ResponseEntity<Outcome> answer(Operation operation) {
    var answer = desk.answer(operation);
    var response = ResponseEntity.ok();
    if (answer.again()) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.body(answer.outcome());
  }

  /** The stream last: a letter of any stream can be named. */
  private static String key(ParkedEvent letter) {
    return letter.sequence() + "/" + letter.id() + "/" + letter.aggregateId();
  }

  private static Place place(String key) {
    var parts = key.split("/", 3);
    if (key.isEmpty()) {
      return Place.START;
    }
    if (parts.length < 3 || !parts[0].matches("[0-9]{1,18}")) {
      throw Cursor.invalid();
    }
    return new Place(parts[2], Long.parseLong(parts[0]), parts[1]);
  }
}
