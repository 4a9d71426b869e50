package dev.keiyaku.projection.receipt;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consent to what is about data, in the structure of ISO/IEC TS 27560:2023, as JSON-LD. */
@RestController
@RequestMapping(
    path = "/v1/subscriptions/{id}",
    produces = {JsonLd.MEDIA_TYPE, "application/json"})
class ConsentReceiptController {

  private final ConsentReceipts receipts;
  private final MinVersion minVersion;
  private final Clock clock;

  ConsentReceiptController(ConsentReceipts receipts, MinVersion minVersion, Clock clock) {
    this.receipts = receipts;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/consent-records")
  ResponseEntity<ConsentAnswers> records(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "asOf", "knownAt", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> receipts.version(id));
    var asOf = Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant);
    return answer(receipts.records(caller, id, asOf, asked.instant("knownAt")));
  }

  @GetMapping("/consent-receipts/{acceptanceId}")
  ResponseEntity<ConsentAnswers> receipt(
      Caller caller,
      @PathVariable String id,
      @PathVariable String acceptanceId,
      @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> receipts.version(id));
    return answer(receipts.receipt(caller, id, acceptanceId, clock.instant()));
  }

  private static ResponseEntity<ConsentAnswers> answer(Optional<? extends ConsentAnswers> found) {
    var answer = found.orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
  }
}
