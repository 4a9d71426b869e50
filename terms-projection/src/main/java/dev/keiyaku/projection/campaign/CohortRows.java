package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.projection.campaign.Campaign.Found;
import dev.keiyaku.projection.consent.bulk.Cohorts;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cohorts counted, hashed and frozen: the rows of {@code campaign_member}. Each is one statement,
 * however many they are.
 */
@Repository
class CohortRows {

  /** Sorted by their bytes, a line feed after each. */
  private static final String HASHED =
      """
      SELECT count(*) AS size, encode(sha256(convert_to(
        coalesce(string_agg(subscription_id || E'\\n', '' ORDER BY subscription_id COLLATE "C"), ''), 'UTF8')), 'hex')
        AS sha256 FROM (%s) AS cohort\
      """;

  private static final String MEMBERS =
      "SELECT subscription_id FROM projection.campaign_member WHERE campaign_id = :campaign";

  private final JdbcClient jdbc;
  private final Cohorts cohorts;

  CohortRows(JdbcClient jdbc, Cohorts cohorts) {
    this.jdbc = jdbc;
    this.cohorts = cohorts;
  }

  /** Whom a question selects. */
  Found found(CohortQuery query) {
    var selected = cohorts.selected(query);
    return jdbc.sql(HASHED.formatted(selected.sql()))
        .params(selected.parameters())
        .query((row, _) -> found(row))
        .single();
  }

  /**
   * Freezes those whom the campaign's question selects, unless they are not those that it was
   * opened with: then nobody is a member. Who is frozen stays so.
   */
  Found freeze(CampaignOpened opened) {
    var cohort = opened.cohort();
    var before = members(opened.campaignId());
    if (before.size() > 0 && before.sha256().equals(cohort.sha256())) {
      return before;
    }
    var selected = cohorts.selected(cohort.query());
    jdbc.sql(
            "INSERT INTO projection.campaign_member (campaign_id, subscription_id)"
                + " SELECT :campaign, subscription_id FROM ("
                + selected.sql()
                + ") AS cohort ON CONFLICT DO NOTHING")
        .params(selected.parameters())
        .param("campaign", opened.campaignId())
        .update();
    var found = members(opened.campaignId());
    if (!found.sha256().equals(cohort.sha256())) {
      jdbc.sql("DELETE FROM projection.campaign_member WHERE campaign_id = ?")
          .param(opened.campaignId())
          .update();
    }
    return found;
  }

  private Found members(String campaign) {
    return jdbc.sql(HASHED.formatted(MEMBERS))
        .param("campaign", campaign)
        .query((row, _) -> found(row))
        .single();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(row.getLong("size"), row.getString("sha256"));
  }
}
