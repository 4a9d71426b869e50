package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Something that answers questions about all: the rows, or the events of each. */
interface Answering {

  String ITEM = "art7/p1/i3";

  /** What is asked at two times. */
  record When(Instant asOf, @Nullable Instant knownAt) {

    TermsHistory terms(RandomBook book) {
      return knownAt == null ? book.history() : book.history().knownAt(knownAt);
    }
  }

  /** The ids of those who stand so to a version. */
  List<String> standing(String version, Standing standing, When when);

  /** The ids of those whose consent to a clause names ウェブルート. */
  List<String> holders(String path, boolean latest, @Nullable AcceptanceBasis basis, When when);

  /** A bit of everything. */
  default Map<String, List<String>> all(RandomBook book, When when) {
    var table = new TreeMap<String, List<String>>();
    for (var version : when.terms(book).versions()) {
      for (var standing : Standing.values()) {
        table.put(version.name() + standing, standing(version.name(), standing, when));
      }
    }
    table.put(ITEM, holders(ITEM, true, AcceptanceBasis.EXPLICIT, when));
    return table;
  }
}
