package dev.keiyaku.projection.feed;

import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.StoredEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To which ISP subscriptions belong, from their first events: the read model may lag behind the
 * feed, and what is not known yet must neither leak nor be skipped.
 */
@Component
class Owners {

  /** A subscription that belongs to no ISP. */
  private static final String NONE = "";

  private final JdbcClient jdbc;

  Owners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The ISP of each of these streams, empty for none; those that are no subscription are left out.
   */
  Map<String, String> of(Collection<StoredEvent> events) {
    var ids =
        events.stream()
            .filter(Owners::isOfSubscription)
            .map(StoredEvent::aggregateId)
            .distinct()
            .toArray(String[]::new);
    var owners = new HashMap<String, String>();
    jdbc.sql(
            "SELECT aggregate_id, payload FROM events.event WHERE sequence = 0 AND aggregate_id ="
                + " ANY (?)")
        .param(ids)
        .query(row -> {
          owners.put(row.getString("aggregate_id"), isp(row.getString("payload")));
        });
    return owners;
  }

  static boolean isOfSubscription(StoredEvent event) {
    return event.aggregateType().equals("Subscription");
  }

  /** A campaign asks subscribers of all ISPs: how many they are is none of one ISP's concern. */
  static boolean isForAnIsp(StoredEvent event) {
    return !event.aggregateType().equals("Campaign");
  }

  /** Drafts of terms are the legal desk's own, whoever reads the feed. */
  static boolean isForOthers(StoredEvent event) {
    return !event.aggregateType().equals("TermsDrafts");
  }

  private static String isp(String applied) {
    return EventJson.mapper().readTree(applied).path("belongsToIsp").asString(NONE);
  }
}
