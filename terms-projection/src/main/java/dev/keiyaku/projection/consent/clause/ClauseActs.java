package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.wording.Normalised;
import dev.keiyaku.projection.consent.known.KnownAct;
import dev.keiyaku.projection.consent.known.KnownContract;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which acts agree to a clause. An item of 第7条 1 is agreed to by the acts that list it, any other
 * clause by those that accept a version which has it. Pure; the question about all says the same in
 * SQL, and a property test holds them together.
 *
 * @param terms what was known of the document
 * @param path of the clause
 */
public record ClauseActs(String document, TermsHistory terms, String path) {

  /** The versions that have the clause, by their start. */
  public List<Version> versions() {
    return terms.versions().stream().filter(version -> node(version).isPresent()).toList();
  }

  /**
   * Those of them whose words, or those below it, contain these. Width, glyph variants and blanks
   * do not count (ADR 0101); words left out (略) contain nothing.
   */
  public List<Version> naming(String words) {
    var sought = Normalised.words(words);
    return versions().stream()
        .filter(version -> node(version).stream().anyMatch(node -> contains(node, sought)))
        .toList();
  }

  /** Whether an act agrees to it. */
  public boolean agreedBy(KnownAct act) {
    var number = ItemClause.number(path);
    return act.acceptance().terms().document().equals(document)
        && (number.isEmpty() || act.acceptance().items().contains(number.getAsInt()))
        && terms.version(act.version()).flatMap(this::node).isPresent();
  }

  /** The last act by an instant, UTC, that agrees to it, on a basis; on any when it is null. */
  public Optional<KnownAct> latest(
      KnownContract contract, Instant at, @Nullable AcceptanceBasis basis) {
    return contract.acts().stream()
        .filter(act -> act.acceptance().madeBy(at))
        .filter(act -> basis == null || act.acceptance().basis() == basis)
        .filter(this::agreedBy)
        .max(KnownAct.BY_TIME);
  }

  /** The clause in a version. */
  Optional<TermsNode> node(Version version) {
    TermsContent content = version.published().content();
    return content.node(path);
  }

  private static boolean contains(TermsNode node, String sought) {
    return Stream.of(node.heading(), node.text())
            .filter(Objects::nonNull)
            .anyMatch(text -> Normalised.words(text).contains(sought))
        || node.children().stream().anyMatch(child -> contains(child, sought));
  }
}
