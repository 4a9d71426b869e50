package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsHistory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The terms as projected, folded once and then only onwards: documents are few and change rarely,
 * and every answer needs them.
 */
@Component
class ProjectedTerms implements TermsCatalogue {

  /** What is folded of a document so far. */
  private record Folded(TermsHistory history, List<TermsEntry> entries) {
    static final Folded NOTHING = new Folded(TermsHistory.empty(), List.of());

    Folded plus(TermsEntry entry) {
      return new Folded(
          history.plus(entry.asRecorded()),
          Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }
  }

  private final TermsEntries entries;
  private final Map<String, Folded> folded = new ConcurrentHashMap<>();

  ProjectedTerms(TermsEntries entries) {
    this.entries = entries;
  }

  @Override
  public TermsHistory of(String document) {
    return current(document).history();
  }

  /** How a document's events were recorded, in order. */
  List<TermsEntry> entries(String document) {
    return current(document).entries();
  }

  private Folded current(String document) {
    long last = entries.last(document);
    var known = folded.getOrDefault(document, Folded.NOTHING);
    if (known.history().lastSequence() == last) {
      return known;
    }
    // Fewer than known: the rows were thrown away and are being made again.
    var from = known.history().lastSequence() < last ? known : Folded.NOTHING;
    for (var entry : entries.after(document, from.history().lastSequence())) {
      from = from.plus(entry);
    }
    // Documents that are asked for and do not exist are not remembered.
    if (last >= 0) {
      folded.put(document, from);
    }
    return from;
  }
}
