package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drafts, for the legal desk. They are few and read by few: they are read from the store itself, so
 * nothing that is projected holds one.
 */
@RestController
@RequestMapping("/v1/terms/{document}/drafts")
class DraftController {

  private final StoredEvents events;

  DraftController(StoredEvents events) {
    this.events = events;
  }

  /** Every draft there is, in the order of their names' first drafting; one page. */
  record Drafts(String document, List<DraftAnswer> items) {}

  @GetMapping
  Drafts drafts(@PathVariable String document, @RequestParam MultiValueMap<String, String> sent) {
    Asked.of(sent);
    return new Drafts(
        document, latest(document).values().stream().map(stored -> answer(stored, false)).toList());
  }

  @GetMapping("/{version}")
  DraftAnswer draft(
      @PathVariable String document,
      @PathVariable String version,
      @RequestParam MultiValueMap<String, String> sent) {
    Asked.of(sent);
    var draft = latest(document).get(version);
    if (draft == null) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return answer(draft, true);
  }

  /** The last draft of each name; without those that are published. */
  private Map<String, StoredEvent> latest(String document) {
    var latest = new LinkedHashMap<String, StoredEvent>();
    for (var stored : events.ofAggregate(TermsDraftEvent.stream(document))) {
      latest.put(drafted(stored).version(), stored);
    }
    if (!latest.isEmpty()) {
      events.ofAggregate(document).stream()
          .map(StoredEvent::event)
          .filter(TermsVersionPublished.class::isInstance)
          .forEach(published -> latest.remove(((TermsVersionPublished) published).version()));
    }
    return latest;
  }

  private static DraftAnswer answer(StoredEvent stored, boolean whole) {
    return DraftAnswer.of(drafted(stored), Recording.of(stored), whole);
  }

  private static TermsVersionDrafted drafted(StoredEvent stored) {
    return (TermsVersionDrafted) stored.event();
  }
}
