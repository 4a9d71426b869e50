package dev.keiyaku.projection.audit;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.projection.account.Account;
import dev.keiyaku.projection.account.Accounts;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Events and rows of one subscription at the same instant. */
@Component
public class Snapshots {

  private final StoredEvents events;
  private final Accounts accounts;
  private final List<LiveRows> rows;

  Snapshots(StoredEvents events, Accounts accounts, List<LiveRows> rows) {
    this.events = events;
    this.accounts = accounts;
    this.rows = rows;
  }

  /**
   * Events as stored, beside what is in the tables.
   *
   * @param live the account's rows; null when there are none, or when they cannot be read
   */
  record Snapshot(List<StoredEvent> events, @Nullable Account live, List<Difference> differences) {

    long version() {
      return events.isEmpty() ? -1 : events.getLast().sequence();
    }

    boolean behind() {
      return live != null && live.version() < version();
    }
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Snapshot of(String subscriptionId) {
    var stored = events.ofAggregate(subscriptionId);
    var differences = new ArrayList<Difference>();
    rows.forEach(each ->
        differences.addAll(
            Differences.between(each.name(), each.folded(stored), live(each, subscriptionId))));
    return new Snapshot(stored, account(subscriptionId), List.copyOf(differences));
  }

  private @Nullable Account account(String subscriptionId) {
    try {
      return accounts.find(subscriptionId).orElse(null);
    } catch (IllegalArgumentException unreadable) {
      return null; // It is among the differences.
    }
  }

  /** A row that cannot even be read is a finding, not a failure. */
  private static @Nullable Object live(LiveRows rows, String subscriptionId) {
    try {
      return rows.live(subscriptionId);
    } catch (RuntimeException e) {
      return Map.of("unreadable", e.getClass().getSimpleName());
    }
  }
}
