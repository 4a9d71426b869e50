package dev.keiyaku.projection.account;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as a caller may see them. What a caller may not see does not exist for them. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class VisibleAccounts {

  private final Accounts accounts;
  private final Timelines timelines;

  VisibleAccounts(Accounts accounts, Timelines timelines) {
    this.accounts = accounts;
    this.timelines = timelines;
  }

  /**
   * The account; as known at the moment's recorded instant, when it has one.
   *
   * @throws Problem NOT_FOUND
   */
  public Account account(String subscriptionId, Moment moment, Caller caller) {
    var knownAt = moment.knownAt();
    var account =
        knownAt == null
            ? accounts.find(subscriptionId)
            : Account.of(Timelines.fold(timelines.of(subscriptionId)).knownAt(knownAt));
    return account
        .filter(found -> caller.sees(found.belongsToIsp()))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }

  /**
   * Every entry that was known at the moment's recorded instant, in the order of recording.
   *
   * @throws Problem NOT_FOUND
   */
  public List<TimelineEntry> timeline(String subscriptionId, Moment moment, Caller caller) {
    var entries = timelines.of(subscriptionId);
    var seen =
        Timelines.fold(entries)
            .applied()
            .filter(applied -> caller.sees(applied.belongsToIsp()))
            .isPresent();
    if (!seen) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return entries.stream().filter(entry -> moment.knew(entry.recordedAt())).toList();
  }
}
