package dev.keiyaku.projection.account;

import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts, in the order of their ids, which is that of their first recording. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AccountSearch {

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final TermsCatalogue terms;

  AccountSearch(JdbcClient jdbc, Accounts accounts, TermsCatalogue terms) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.terms = terms;
  }

  /** A page of what a search finds. */
  Page<Account> page(Search search) {
    planForTheValues();
    var condition = new SearchCondition(search, terms);
    var found = accounts.all(ids(search, condition));
    return Page.of(found, search.limit(), count(condition), Account::subscriptionId);
  }

  /**
   * Which index serves depends on the instant asked: a plan for any instant would walk the table.
   */
  private void planForTheValues() {
    jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }

  private List<String> ids(Search search, SearchCondition condition) {
    return jdbc.sql(
            """
            SELECT account.subscription_id FROM projection.account account
            WHERE account.subscription_id > :after AND %s
            ORDER BY account.subscription_id LIMIT :limit
            """
                .formatted(condition.sql()))
        .params(condition.parameters())
        .param("after", search.after())
        .param("limit", search.limit() + 1)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private Page.Count count(SearchCondition condition) {
    return Page.Count.of(
        jdbc.sql(
                """
                SELECT count(*) FROM (SELECT FROM projection.account account
                  WHERE %s LIMIT :cap) AS capped
                """
                    .formatted(condition.sql()))
            .params(condition.parameters())
            .param("cap", Page.COUNT_CAP + 1)
            .query(Long.class)
            .single());
  }
}
