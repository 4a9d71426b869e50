package dev.keiyaku.projection.consent.known;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.known.Knowledge.ContractState;
import dev.keiyaku.projection.consent.known.Knowledge.Piece;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code known_contract} and {@code known_act}. */
@Repository
public class KnownContracts {

  private static final String CONTRACT = "projection.known_contract";
  private static final String ACT = "projection.known_act";

  private final JdbcClient jdbc;
  private final Rows rows;

  KnownContracts(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Whether an event can change the life of a contract or its acts. */
  public static boolean concerns(SubscriptionEvent event) {
    return !(event instanceof SubscriptionActivated
        || event instanceof SubscriptionSuspended
        || event instanceof SuspensionLifted
        || event instanceof SuspensionWithdrawn);
  }

  /**
   * What a timeline says now, without its rows.
   *
   * @throws IllegalStateException when it has no application
   */
  public static KnownContract of(SubscriptionTimeline timeline) {
    return Knowledge.of(timeline).now();
  }

  /** The rows of a subscription are what its timeline comes to, and no others. */
  public void put(SubscriptionTimeline timeline) {
    var knowledge = Knowledge.of(timeline);
    var id = knowledge.applied().subscriptionId();
    retain(CONTRACT, id, knowledge.contracts().size());
    retain(ACT, id, knowledge.acts().size());
    for (int part = 0; part < knowledge.contracts().size(); part++) {
      put(knowledge, part, knowledge.contracts().get(part));
    }
    for (int part = 0; part < knowledge.acts().size(); part++) {
      put(id, part, knowledge.acts().get(part));
    }
  }

  private void retain(String table, String id, int parts) {
    var kept = IntStream.range(0, parts).mapToObj(Integer::toString).toList();
    rows.retain(table, "subscription_id", id, "part", kept);
  }

  private void put(Knowledge of, int part, Piece<ContractState> piece) {
    var applied = of.applied();
    row(CONTRACT, applied.subscriptionId(), part, piece)
        .set("subscriber_id", applied.subscriberId())
        .set("product", applied.product().name())
        .set("belongs_to_isp", applied.belongsToIsp())
        .set("begins_at", piece.known().beginsAt())
        .set("ends_at", piece.known().endsAt())
        .set("first_version", piece.known().firstVersion())
        .set("first_accepted_at", piece.known().firstAcceptedAt())
        .by(rows);
  }

  private void put(String id, int part, Piece<KnownAct> piece) {
    var act = piece.known().acceptance();
    row(ACT, id, part, piece)
        .set("sequence", piece.known().sequence())
        .set("acceptance_id", act.acceptanceId())
        .set("event_id", act.eventId())
        .set("document", act.terms().document())
        .set("version", act.terms().version())
        .set("content_sha256", act.terms().contentSha256())
        .set("basis", act.basis().name())
        .set("items", act.items().toArray(Integer[]::new))
        .set("accepted_at", act.acceptedAt())
        .by(rows);
  }

  private static Upsert row(String table, String id, int part, Piece<?> piece) {
    var until = piece.until();
    return Upsert.into(table, "subscription_id", "part")
        .set("subscription_id", id)
        .set("part", part)
        .set("known_from", piece.from())
        .set("known_until", until == null ? "infinity" : until);
  }

  /** Those of the subscriptions that were known at the instant, by id. In one transaction. */
  public List<KnownContract> of(Collection<String> ids, Knowing knowing) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var acts = acts(ids, knowing);
    return jdbc.sql(
            "SELECT * FROM projection.known_contract c WHERE c.subscription_id IN (:ids) AND "
                + knowing.sql("c")
                + " ORDER BY c.subscription_id")
        .param("ids", ids)
        .params(knowing.parameters())
        .query((row, _) -> contract(row, acts.getOrDefault(row.getString(1), List.of())))
        .list();
  }

  /** The ids of a subscriber's subscriptions, the earliest first. */
  public List<String> idsOfSubscriber(String subscriberId) {
    return jdbc.sql(
            "SELECT DISTINCT subscription_id FROM projection.known_contract"
                + " WHERE subscriber_id = ? ORDER BY subscription_id")
        .param(subscriberId)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private Map<String, List<KnownAct>> acts(Collection<String> ids, Knowing knowing) {
    return jdbc
        .sql(
            "SELECT * FROM projection.known_act a WHERE a.subscription_id IN (:ids) AND "
                + knowing.sql("a")
                + " ORDER BY a.accepted_at, a.sequence")
        .param("ids", ids)
        .params(knowing.parameters())
        .query((row, _) -> Map.entry(row.getString("subscription_id"), act(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(
                    Map.Entry::getValue,
                    Collectors.collectingAndThen(Collectors.toList(), KnownContracts::chained))));
  }

  private static KnownContract contract(ResultSet row, List<KnownAct> acts) throws SQLException {
    return new KnownContract(
        row.getString("subscription_id"),
        row.getString("subscriber_id"),
        Product.valueOf(row.getString("product")),
        row.getString("belongs_to_isp"),
        Timestamps.orNull(row, "begins_at"),
        Timestamps.orNull(row, "ends_at"),
        acts);
  }

  private static KnownAct act(ResultSet row) throws SQLException {
    return new KnownAct(
        row.getLong("sequence"),
        new Acceptance(
            row.getString("acceptance_id"),
            row.getString("event_id"),
            new TermsReference(
                row.getString("document"),
                row.getString("version"),
                row.getString("content_sha256")),
            AcceptanceBasis.valueOf(row.getString("basis")),
            List.of((Integer[]) row.getArray("items").getArray()),
            Timestamps.at(row, "accepted_at"),
            null));
  }

  /** Each act ends as the last one where the next begins. */
  static List<KnownAct> chained(List<KnownAct> byTime) {
    var chained = new ArrayList<KnownAct>();
    for (int i = 0; i < byTime.size(); i++) {
      var act = byTime.get(i);
      chained.add(new KnownAct(act.sequence(), act.acceptance().supersededAt(next(byTime, i))));
    }
    return List.copyOf(chained);
  }

  private static @Nullable Instant next(List<KnownAct> byTime, int i) {
    return i + 1 < byTime.size() ? byTime.get(i + 1).acceptance().acceptedAt() : null;
  }
}
