package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Binding;
import dev.keiyaku.projection.consent.Bindings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as the fold of each subscription's events gives them. */
record ByEvents(Map<String, SubscriptionTimeline> lives, RandomBook book) implements Answering {

  @Override
  public List<String> standing(String version, Standing standing, When when) {
    var bindings = new Bindings(RandomBook.DOCUMENT, when.terms(book));
    if (when.terms(book).version(version).isEmpty()) {
      return List.of();
    }
    return those(
        when,
        (life, at) -> {
          var acts = Acceptance.of(life.life());
          var begins = life.life().beginsAt();
          var ends = life.life().endsAt();
          var binding = bindings.of(begins, ends, acts, at);
          var bound = version.equals(binding.version());
          return switch (standing) {
            case BOUND -> bound;
            case BOUND_BY_NOTICE -> bound && binding.basis() == Binding.Basis.NOTICED_AMENDMENT;
            case NOT_BOUND ->
                begins != null
                    && !begins.isAfter(at)
                    && (ends == null || ends.isAfter(at))
                    && !bound;
            case EXPLICITLY_ACCEPTED ->
                begins != null
                    && !begins.isAfter(at)
                    && acts.stream()
                        .anyMatch(act ->
                            act.proven()
                                && act.terms().document().equals(RandomBook.DOCUMENT)
                                && act.terms().version().equals(version)
                                && !act.acceptedAt().isAfter(at)
                                && (ends == null || act.acceptedAt().isBefore(ends)));
          };
        });
  }

  @Override
  public List<String> holders(
      String path, boolean latest, @Nullable AcceptanceBasis basis, When when) {
    var terms = when.terms(book);
    Function<Acceptance, @Nullable String> words =
        act ->
            terms
                .version(act.terms().version())
                .filter(version -> version.withdrawn() == null)
                .flatMap(version -> version.published().content().node(path))
                .map(node -> node.text())
                .orElse(null);
    return those(
        when,
        (life, at) -> {
          var acts =
              Acceptance.of(life.life()).stream()
                  .filter(act -> act.terms().document().equals(RandomBook.DOCUMENT))
                  .filter(act -> !act.acceptedAt().isAfter(at))
                  .filter(act -> basis == null || act.basis() == basis)
                  .filter(act -> !path.equals(Answering.ITEM) || act.items().contains(3))
                  .map(words)
                  .filter(text -> text != null)
                  .toList();
          return latest
              ? !acts.isEmpty() && acts.getLast().contains("ウェブルート")
              : acts.stream().anyMatch(text -> text.contains("ウェブルート"));
        });
  }

  private List<String> those(When when, BiPredicate<SubscriptionTimeline, Instant> hold) {
    return lives.entrySet().stream()
        .filter(each -> {
          var knownAt = when.knownAt();
          var life = knownAt == null ? each.getValue() : each.getValue().knownAt(knownAt);
          return !life.entries().isEmpty() && hold.test(life, when.asOf());
        })
        .map(Map.Entry::getKey)
        .toList();
  }
}
