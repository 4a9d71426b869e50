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
   * @param accepted the version accepted
   * @param bound the version bound by when it begins
   * @param basis on what ground
   * @param from UTC; null when open
   * @param until the first instant under the next vendor, UTC; null when there is none
   */
  record Bond(
      String accepted,
      Version bound,
      Basis basis,
      @Nullable Instant from,
      @Nullable Instant until) {

    boolean amended() {
      return !accepted.equals(bound.name());
    }

    String vendor() {
      return Bonds.vendor(bound);
    }
  }

  /** The stretches, those of each version together, in order. */
  static Bonds of(String document, TermsHistory terms) {
    var bindings = new Bindings(document, terms);
    return new Bonds(
        terms.versions().stream().flatMap(accepted -> of(accepted, terms, bindings)).toList());
  }

  private static Stream<Bond> of(Version accepted, TermsHistory terms, Bindings bindings) {
    var bonds = new ArrayList<Bond>();
    bonds.add(new Bond(accepted.name(), accepted, Basis.EXPLICIT, accepted.effectiveAt(), null));
    for (var later : after(accepted, terms.versions())) {
      bond(accepted, later, terms, bindings)
          .filter(bond -> !bond.vendor().equals(bonds.getLast().vendor()))
          .ifPresent(bonds::add);
    }
    return IntStream.range(0, bonds.size())
        .mapToObj(i -> until(bonds.get(i), i + 1 < bonds.size() ? bonds.get(i + 1).from() : null));
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
        .map(bound -> new Bond(accepted.name(), bound, binding.basis(), start, null));
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

  private static Bond until(Bond bond, @Nullable Instant until) {
    return new Bond(bond.accepted(), bond.bound(), bond.basis(), bond.from(), until);
  }

  private static String vendor(Version version) {
    return version.published().content().vendor().name();
  }

  String[] texts(Function<Bond, String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }

  /** UTC, null where a time is open. */
  @Nullable String[] times(Function<Bond, @Nullable Instant> of) {
    return all.stream().map(of).map(time -> Objects.toString(time, null)).toArray(String[]::new);
  }
}
