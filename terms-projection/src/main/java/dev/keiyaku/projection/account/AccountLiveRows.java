package dev.keiyaku.projection.account;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The account, its suspensions and its acceptances. */
@Component
class AccountLiveRows implements LiveRows {

  private final Accounts accounts;

  AccountLiveRows(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public @Nullable Object folded(List<StoredEvent> events) {
    return Account.of(Timelines.fold(events.stream().map(TimelineEntry::of).toList())).orElse(null);
  }

  @Override
  public @Nullable Object live(String subscriptionId) {
    return accounts.find(subscriptionId).orElse(null);
  }
}
