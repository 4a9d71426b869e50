package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.TermsNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the old version and what became of it in the new one.
 *
 * @param from null when it is inserted
 * @param to null when it is deleted
 * @param standing where in the table the pair stands
 * @param children in the order in which the table shows them
 */
public record Pair(
    @Nullable Place from, @Nullable Place to, Standing standing, List<Pair> children) {

  /** A pair that moved stands in the table twice, once at each place. */
  public enum Standing {
    BESIDE,
    /** Where it was; the new version has it elsewhere. */
    AT_OLD_PLACE,
    /** Where it is now; the old version has it elsewhere. */
    AT_NEW_PLACE
  }

  static Pair beside(Place from, Place to, List<Pair> children) {
    return new Pair(from, to, Standing.BESIDE, children);
  }

  static Pair deleted(Place from) {
    return new Pair(
        from, null, Standing.BESIDE, from.children().stream().map(Pair::deleted).toList());
  }

  static Pair inserted(Place to) {
    return new Pair(null, to, Standing.BESIDE, to.children().stream().map(Pair::inserted).toList());
  }

  Pair standing(Standing where) {
    return new Pair(from, to, where, children);
  }

  Pair with(List<Pair> others) {
    return new Pair(from, to, standing, others);
  }

  public boolean moved() {
    return standing != Standing.BESIDE;
  }

  /** Either side: the old one when there is one. */
  public TermsNode either() {
    return (from == null ? Objects.requireNonNull(to) : from).node();
  }

  /** This and everything below it, in order. */
  public Stream<Pair> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Pair::all));
  }
}
