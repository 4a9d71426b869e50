package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.alignment.Pair;
import dev.keiyaku.projection.comparison.alignment.Place;
import dev.keiyaku.projection.comparison.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pair with what became of it.
 *
 * @param touched whether it or anything below it changed in anything
 */
record Judged(
    Pair pair,
    Change change,
    Wording label,
    Wording heading,
    Wording text,
    List<Judged> children,
    boolean touched) {

  static Judged of(Pair pair) {
    var label = wording(pair, TermsNode::label);
    var heading = wording(pair, TermsNode::heading);
    var text = known(pair) ? wording(pair, TermsNode::text) : beside(pair);
    var change = change(pair, label, heading, text);
    var children = pair.children().stream().map(Judged::of).toList();
    boolean touched = change != Change.UNCHANGED || children.stream().anyMatch(Judged::touched);
    return new Judged(pair, change, label, heading, text, children, touched);
  }

  /** Whether the words of both sides are, or of neither. */
  private static boolean known(Pair pair) {
    return pair.from() == null
        || pair.to() == null
        || pair.from().node().elided() == pair.to().node().elided();
  }

  /** Nothing is said of words that stand beside words left out. */
  private static Wording beside(Pair pair) {
    return Wording.beside(text(pair.from(), TermsNode::text), text(pair.to(), TermsNode::text));
  }

  private static Wording wording(Pair pair, Function<TermsNode, @Nullable String> part) {
    return Wording.of(text(pair.from(), part), text(pair.to(), part));
  }

  private static String text(@Nullable Place place, Function<TermsNode, @Nullable String> part) {
    return place == null ? "" : Objects.requireNonNullElse(part.apply(place.node()), "");
  }

  private static Change change(Pair pair, Wording label, Wording heading, Wording text) {
    var from = pair.from();
    var to = pair.to();
    if (from == null || to == null) {
      return from == null ? Change.INSERTED : Change.DELETED;
    }
    if (pair.moved()) {
      return Change.MOVED;
    }
    if (!known(pair)) {
      return Change.UNKNOWN;
    }
    if (heading.wordsChanged() || text.wordsChanged()) {
      return Change.CHANGED;
    }
    if (label.wordsChanged()) {
      return Change.RENUMBERED;
    }
    return label.onlyForm() || heading.onlyForm() || text.onlyForm()
        ? Change.FORM
        : Change.UNCHANGED;
  }

  NodeKind kind() {
    return pair.either().kind();
  }

  /** Whether all there is to say of it is in its number. */
  boolean onlyNumber() {
    return (change == Change.UNCHANGED || change == Change.RENUMBERED)
        && children.stream().noneMatch(Judged::touched);
  }

  Stream<Difference> differences() {
    return Stream.concat(own(), children.stream().flatMap(Judged::differences));
  }

  private Stream<Difference> own() {
    boolean toldAtItsOldPlace = pair.standing() == Pair.Standing.AT_NEW_PLACE;
    return change == Change.UNCHANGED || toldAtItsOldPlace
        ? Stream.empty()
        : Stream.of(new Difference(change, spot(pair.from()), spot(pair.to()), edits()));
  }

  private static @Nullable Spot spot(@Nullable Place place) {
    return place == null ? null : Spot.of(place);
  }

  private List<Difference.Words> edits() {
    return Stream.of(
            Difference.Words.of(Part.LABEL, label),
            Difference.Words.of(Part.HEADING, heading),
            Difference.Words.of(Part.TEXT, text))
        .flatMap(words -> words)
        .toList();
  }
}
