package dev.keiyaku.projection.provision;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which versions an act that accepts one can bind: itself, and each later one that binds without
 * an act (民法548条の4), each until the next of those begins. For SQL, as a table of its own.
 */
record Bonds(List<Bond> all) {

  /**
   * One way to be bound.
   *
   * @param accepted the version accepted
   * @param from the start of the version bound by, UTC; null when open
   * @param until the start of the next one that binds without an act, UTC; null when there is none
   */
  record Bond(String accepted, Version bound, @Nullable Instant from, @Nullable Instant until) {

    boolean amended() {
      return !accepted.equals(bound.name());
    }

    String vendor() {
      return bound.published().content().vendor().name();
    }
  }

  static Bonds of(TermsHistory terms) {
    var versions = terms.versions();
    var bonds = new ArrayList<Bond>();
    for (int i = 0; i < versions.size(); i++) {
      var accepted = versions.get(i);
      var later = versions.subList(i + 1, versions.size());
      Stream.concat(Stream.of(accepted), withoutAct(later))
          .map(bound -> bond(accepted, bound, later))
          .forEach(bonds::add);
    }
    return new Bonds(List.copyOf(bonds));
  }

  private static Bond bond(Version accepted, Version bound, List<Version> later) {
    var start = bound.effectiveAt();
    var next =
        withoutAct(later)
            .map(Version::effectiveAt)
            .filter(begins -> start == null || Objects.requireNonNull(begins).isAfter(start))
            .findFirst();
    return new Bond(accepted.name(), bound, start, next.orElse(null));
  }

  private static Stream<Version> withoutAct(List<Version> versions) {
    return versions.stream()
        .filter(version -> version.effectiveAt() != null && version.bindsWithoutAct());
  }

  String[] texts(Function<Bond, String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }

  /** UTC, null where a time is open. */
  @Nullable String[] times(Function<Bond, @Nullable Instant> of) {
    return all.stream().map(of).map(time -> Objects.toString(time, null)).toArray(String[]::new);
  }
}
