package dev.keiyaku.projection.provision;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Bindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which vendor gets the data of somebody who accepted a version, from when until when: the one it
 * names, and each one that a later version names by which it is bound. {@link Bindings} decides
 * that; here its answers become a table for SQL.
 */
record Bonds(List<Bond> all) {

  private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");

  /**
   * A stretch of time under one vendor.
   *
   * @param number its place among all of them, from 1
   * @param accepted the version accepted
   * @param bound the version bound by when it begins
   * @param basis on what ground
   * @param from UTC; null when open
   * @param until the first instant under the next vendor, UTC; null when there is none
   */
  record Bond(
      int number,
      String accepted,
      Version bound,
      Basis basis,
      @Nullable Instant from,
      @Nullable Instant until) {

    boolean amended() {
      return !accepted.equals(bound.name());
    }

    String vendor() {
      return bound.published().content().vendor().name();
    }

    private Bond until(@Nullable Instant end) {
      return new Bond(number, accepted, bound, basis, from, end);
    }

    private Bond numbered(int place) {
      return new Bond(place, accepted, bound, basis, from, until);
    }
  }

  /** The stretches, those of each version together, in order. */
  static Bonds of(String document, TermsHistory terms) {
    var bindings = new Bindings(document, terms);
    var all = terms.versions().stream().flatMap(each -> of(each, terms, bindings)).toList();
    return new Bonds(
        IntStream.range(0, all.size()).mapToObj(i -> all.get(i).numbered(i + 1)).toList());
  }

  /** Those under a vendor of that name. */
  Bonds under(String vendor) {
    return new Bonds(all.stream().filter(bond -> bond.vendor().equals(vendor)).toList());
  }

  private static Stream<Bond> of(Version accepted, TermsHistory terms, Bindings bindings) {
    var bonds = new ArrayList<Bond>();
    bonds.add(new Bond(0, accepted.name(), accepted, Basis.EXPLICIT, accepted.effectiveAt(), null));
    for (var later : after(accepted, terms.versions())) {
      bond(accepted, later, terms, bindings)
          .filter(bond -> !bond.vendor().equals(bonds.getLast().vendor()))
          .ifPresent(bonds::add);
    }
    return IntStream.range(0, bonds.size())
        .mapToObj(i -> bonds.get(i).until(i + 1 < bonds.size() ? bonds.get(i + 1).from() : null));
  }

  private static List<Version> after(Version accepted, List<Version> versions) {
    return versions.subList(versions.indexOf(accepted) + 1, versions.size());
  }

  /** By what somebody is bound who accepted a version, when a later one begins. */
  private static Optional<Bond> bond(
      Version accepted, Version later, TermsHistory terms, Bindings bindings) {
    var start = Objects.requireNonNull(later.effectiveAt(), "only the first may be open");
    var binding = bindings.of(LONG_AGO, null, List.of(act(accepted)), start);
    return Optional.ofNullable(binding.version())
        .flatMap(terms::version)
        .map(bound -> new Bond(0, accepted.name(), bound, binding.basis(), start, null));
  }

  private static Acceptance act(Version accepted) {
    var published = accepted.published();
    return new Acceptance(
        "",
        "",
        new TermsReference(published.document(), published.version(), published.contentSha256()),
        AcceptanceBasis.EXPLICIT,
        List.of(),
        Objects.requireNonNullElse(accepted.effectiveAt(), LONG_AGO),
        null);
  }

  String[] texts(Function<Bond, String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }

  /** UTC, null where a time is open. */
  @Nullable String[] times(Function<Bond, @Nullable Instant> of) {
    return all.stream().map(of).map(time -> Objects.toString(time, null)).toArray(String[]::new);
  }
}
