package dev.keiyaku.contract.campaign;

import dev.keiyaku.contract.subscription.ClauseReference;
import java.util.List;

/**
 * What a campaign asks its members to accept: a version, or clauses in the words of that version.
 *
 * @param contentSha256 of the version, lower-case hex
 * @param clauses by path and content, in the order asked; empty for the version as a whole
 */
public record CampaignTarget(
    String document, String version, String contentSha256, List<ClauseReference> clauses) {

  public CampaignTarget {
    clauses = List.copyOf(clauses);
  }
}
