package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.projection.campaign.Campaign.Found;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.terms.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code campaign}. */
@Repository
class Campaigns {

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Written when its cohort has been found again; the same event twice is the row once. */
  void put(CampaignOpened opened, long version, Found found, Recording by) {
    jdbc.sql(
            """
            INSERT INTO projection.campaign (campaign_id, version, opened, opens_at, found_size, found_sha256,
              recorded_at, actor, role, client, isp, correlation_id, causation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign_id) DO UPDATE
              SET found_size = excluded.found_size, found_sha256 = excluded.found_sha256\
            """)
        .param(opened.campaignId())
        .param(version)
        .param(EventJson.mapper().writeValueAsString(opened))
        .param(Timestamps.of(opened.opensAt()))
        .param(found.size())
        .param(found.sha256())
        .param(Timestamps.of(by.at()))
        .param(by.actor())
        .param(by.role())
        .param(by.client())
        .param(by.isp())
        .param(by.correlationId())
        .param(by.causationId())
        .update();
  }

  void close(CampaignClosed closed, long version) {
    jdbc.sql(
            "UPDATE projection.campaign SET version = greatest(version, ?), closed_at = ?, closing"
                + " = ? WHERE campaign_id = ?")
        .params(
            version,
            Timestamps.of(closed.closedAt()),
            EventJson.mapper().writeValueAsString(closed),
            closed.campaignId())
        .update();
  }

  Optional<Campaign> find(String id) {
    return jdbc.sql("SELECT * FROM projection.campaign WHERE campaign_id = ?")
        .param(id)
        .query((row, _) -> campaign(row))
        .optional();
  }

  /** The version of its stream that the rows show; -1 when there are none. */
  long version(String id) {
    return find(id).map(Campaign::version).orElse(-1L);
  }

  /** Those before an id, the latest first: ids are in the order of their making. */
  List<Campaign> before(String id, int limit) {
    return jdbc.sql(
            "SELECT * FROM projection.campaign WHERE ? = '' OR campaign_id < ?"
                + " ORDER BY campaign_id DESC LIMIT ?")
        .params(id, id, limit)
        .query((row, _) -> campaign(row))
        .list();
  }

  long count() {
    return jdbc.sql("SELECT count(*) FROM projection.campaign").query(Long.class).single();
  }

  /** Those that ask a subscription, by id. */
  List<Campaign> asking(String subscriptionId) {
    return jdbc.sql(
            "SELECT c.* FROM projection.campaign c JOIN projection.campaign_member m USING"
                + " (campaign_id) WHERE m.subscription_id = ? ORDER BY campaign_id")
        .param(subscriptionId)
        .query((row, _) -> campaign(row))
        .list();
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    var closing = row.getString("closing");
    return new Campaign(
        row.getLong("version"),
        EventJson.mapper().readValue(row.getString("opened"), CampaignOpened.class),
        closing == null ? null : EventJson.mapper().readValue(closing, CampaignClosed.class),
        new Found(row.getLong("found_size"), row.getString("found_sha256")),
        Recording.of(row));
  }
}
