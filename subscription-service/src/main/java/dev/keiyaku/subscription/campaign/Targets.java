package dev.keiyaku.subscription.campaign;

import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.campaign.CampaignCommand.OpenCampaign;

/** What a campaign may ask its members to accept. */
final class Targets {

  private Targets() {}

  /**
   * The version that stands, and its clauses.
   *
   * @throws Problem TERMS_VERSION_UNKNOWN, TERMS_VERSION_WITHDRAWN, CAMPAIGN_TARGET_UNSUITABLE for
   *     a version that only corrects how another is written, INVALID_FIELD for a clause that it
   *     does not have
   */
  static CampaignTarget of(OpenCampaign command, TermsHistory terms) {
    var version =
        terms
            .version(command.version())
            .orElseThrow(
                () -> Problem.of(ProblemCode.TERMS_VERSION_UNKNOWN).detail(command.version()));
    if (version.withdrawn() != null) {
      throw Problem.of(ProblemCode.TERMS_VERSION_WITHDRAWN).detail(command.version());
    }
    if (version.kind() == VersionKind.EDITORIAL) {
      throw Problem.of(ProblemCode.CAMPAIGN_TARGET_UNSUITABLE).detail(command.version());
    }
    var clauses = command.paths().stream().map(path -> clause(command, version, path)).toList();
    return new CampaignTarget(
        command.document(), version.name(), version.published().contentSha256(), clauses);
  }

  private static ClauseReference clause(OpenCampaign command, Version version, String path) {
    var sha256 = version.published().nodeSha256().get(path);
    if (sha256 == null) {
      throw Problem.of(ProblemCode.INVALID_FIELD)
          .violation("target.paths[" + command.paths().indexOf(path) + "]", "no-such-node");
    }
    return new ClauseReference(command.document(), version.name(), path, sha256);
  }
}
