package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How a campaign goes, by legal days in Japan: how many members are in each state at the end of
 * each, the last one so far. Computed from the days on which something changed.
 */
@Repository
class DailyProgress {

  private static final String CHANGES =
      """
      , changes AS (
        SELECT 'ACCEPTED' AS state, subscription_id, since AS at, 1 AS step FROM accepted
        UNION ALL SELECT 'ENDED', subscription_id, since, 1 FROM ended
          WHERE subscription_id NOT IN (SELECT subscription_id FROM accepted)
        UNION ALL SELECT 'OBJECTED', subscription_id, since, 1 FROM standing
        UNION ALL SELECT 'OBJECTED', subscription_id, over, -1 FROM standing WHERE over <= :at)
      SELECT state, (m.at AT TIME ZONE 'Asia/Tokyo')::date AS day, sum(step) AS step
      FROM changes m WHERE true%s GROUP BY 1, 2 ORDER BY 2\
      """;

  private static final String STANDING =
      """
      , standing AS (SELECT * FROM (
          SELECT o.subscription_id, o.since, least(o.until, a.since, e.since) AS over FROM objected o
          LEFT JOIN accepted a ON a.subscription_id = o.subscription_id
          LEFT JOIN ended e ON e.subscription_id = o.subscription_id) AS each
        WHERE over IS NULL OR over > since)
      """;

  private final JdbcClient jdbc;
  private final TermsCatalogue catalogue;
  private final Members members;

  DailyProgress(JdbcClient jdbc, TermsCatalogue catalogue, Members members) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
    this.members = members;
  }

  /**
   * How it stands.
   *
   * @param day in Japan
   * @param states how many members are in each state when the day ends, or at the instant asked
   */
  record Day(LocalDate day, Map<State, Long> states) {}

  private record Step(State state, LocalDate day, long step) {}

  /** Every day from the opening to the instant, which is not before it. In one transaction. */
  List<Day> days(Campaign campaign, Instant at, Caller caller) {
    var steps = new TreeMap<LocalDate, List<Step>>();
    steps(campaign, at, caller)
        .forEach(step -> steps.computeIfAbsent(step.day(), _ -> new ArrayList<>()).add(step));
    var size = members.size(campaign, caller);
    var counts = new EnumMap<State, Long>(State.class);
    var days = new ArrayList<Day>();
    var last = Japan.dayOf(at);
    for (var day = Japan.dayOf(campaign.opened().opensAt());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      steps
          .getOrDefault(day, List.of())
          .forEach(step -> counts.merge(step.state(), step.step(), Long::sum));
      days.add(new Day(day, states(counts, size)));
    }
    return days;
  }

  private static Map<State, Long> states(Map<State, Long> counts, long size) {
    var states = new EnumMap<State, Long>(State.class);
    long answered = 0;
    for (var state : List.of(State.ACCEPTED, State.ENDED, State.OBJECTED)) {
      var count = counts.getOrDefault(state, 0L);
      states.put(state, count);
      answered += count;
    }
    states.put(State.PENDING, size - answered);
    return states;
  }

  private List<Step> steps(Campaign campaign, Instant at, Caller caller) {
    var terms = catalogue.of(campaign.opened().target().document());
    var answers = Answers.ofAll(campaign, terms, at);
    return jdbc.sql(answers.with() + STANDING + CHANGES.formatted(Members.visible(caller)))
        .params(Members.parameters(answers, caller))
        .query((row, _) ->
            new Step(
                State.valueOf(row.getString("state")),
                row.getObject("day", LocalDate.class),
                row.getLong("step")))
        .list();
  }
}
