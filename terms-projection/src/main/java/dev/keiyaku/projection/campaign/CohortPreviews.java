package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.contract.campaign.CohortPreview;
import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.json.Times;
import dev.keiyaku.projection.reading.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts a cohort before anybody opens a campaign, and signs what was counted. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CohortPreviews {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final CohortRows cohorts;
  private final PreviewKey key;
  private final Clock clock;
  private final Duration settling;
  private final Duration lasting;

  CohortPreviews(
      JdbcClient jdbc,
      CohortRows cohorts,
      PreviewKey key,
      Clock clock,
      @Value("${keiyaku.campaigns.settling:PT5S}") Duration settling,
      @Value("${keiyaku.campaigns.preview:PT15M}") Duration lasting) {
    this.jdbc = jdbc;
    this.cohorts = cohorts;
    this.key = key;
    this.clock = clock;
    this.settling = settling;
    this.lasting = lasting;
  }

  /**
   * What was counted.
   *
   * @param token carries it to the command that opens the campaign
   * @param expiresAt until when that takes it, UTC
   */
  record Preview(Cohort cohort, String token, Instant expiresAt) {}

  /**
   * Counts.
   *
   * @throws Problem COHORT_NOT_SETTLED when something recorded by then is not in the rows yet
   */
  Preview preview(Asking asking, Caller caller) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var query = asking.query(caller, now, now.minus(settling));
    var position = position();
    if (lacks(position, query)) {
      throw Problem.of(ProblemCode.COHORT_NOT_SETTLED)
          .detail(Times.show(query.knownAt()))
          .retryAfter(SOON);
    }
    var found = cohorts.found(query);
    var cohort = new Cohort(query, position, found.sha256(), found.size());
    var expires = now.plus(lasting);
    var signed = new CohortPreview(cohort, caller.client(), expires);
    var token = key.sign(CohortPreview.USE, EventJson.mapper().writeValueAsString(signed));
    return new Preview(cohort, token, expires);
  }

  /** Up to where events are in the rows, by the same snapshot as the rows. */
  private long position() {
    return jdbc.sql(
            """
            SELECT coalesce(min(coalesce(substring(convert_from(token, 'UTF8') FROM '[0-9]+')::bigint, 0)), 0)
            FROM projection.token_entry WHERE processor_name = 'read-model'\
            """)
        .query(Long.class)
        .single();
  }

  /** Whether an event that was recorded by then is yet to be read, or lies parked. */
  private boolean lacks(long position, CohortQuery query) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM events.event WHERE global_index > ? AND recorded_at <= ?)
              OR EXISTS (SELECT FROM projection.dead_letter)\
            """)
        .params(position, Timestamps.of(query.knownAt()))
        .query(Boolean.class)
        .single();
  }
}
