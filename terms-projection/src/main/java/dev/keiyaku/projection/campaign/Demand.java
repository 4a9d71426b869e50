package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.projection.consent.clause.ItemClause;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one act must be to answer a part of what a campaign asks: of one of these versions, and
 * listing the item where the clause is one.
 */
record Demand(List<String> versions, OptionalInt item) {

  /** All that is asked; each must be met, by one act or by several. */
  static List<Demand> of(CampaignTarget target, TermsHistory terms) {
    return target.clauses().isEmpty()
        ? List.of(new Demand(lineage(target, terms), OptionalInt.empty()))
        : target.clauses().stream().map(clause -> of(clause, terms)).toList();
  }

  /** Whichever version has the same words there. */
  private static Demand of(ClauseReference clause, TermsHistory terms) {
    var versions =
        terms.versions().stream()
            .filter(
                each -> clause.sha256().equals(each.published().nodeSha256().get(clause.path())))
            .map(Version::name)
            .toList();
    return new Demand(versions, ItemClause.number(clause.path()));
  }

  /**
   * The version, and those that only correct how it is written: nobody accepts it otherwise then.
   */
  static List<String> lineage(CampaignTarget target, TermsHistory terms) {
    var names = new ArrayList<>(List.of(target.version()));
    for (var version : terms.versions()) {
      if (version.kind() == VersionKind.EDITORIAL && names.contains(version.predecessor())) {
        names.add(version.name());
      }
    }
    return List.copyOf(names);
  }
}
