package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.consent.known.KnownAct;
import dev.keiyaku.projection.terms.ClauseText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hashes of the items as the acts carry them, from the rows that nobody changes. */
@Repository
public class AgreedClauses {

  private record Key(String subscriptionId, long sequence, int item) {}

  private final JdbcClient jdbc;

  AgreedClauses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of some subscriptions. */
  public static final class Of {

    private final Map<Key, ClauseReference> clauses;

    private Of(Map<Key, ClauseReference> clauses) {
      this.clauses = clauses;
    }

    /** The words of a clause that an act agrees to. */
    public ClauseConsent consent(
        String subscriptionId, KnownAct act, String path, TermsHistory terms) {
      int number = ItemClause.number(path).orElse(0);
      var item = clauses.get(new Key(subscriptionId, act.sequence(), number));
      var acceptance = act.acceptance();
      var cited = item == null || number == 0 ? cited(act, path, terms) : item;
      return new ClauseConsent(
          number,
          ClauseText.of(cited, terms),
          acceptance.basis(),
          acceptance.acceptanceId(),
          acceptance.eventId(),
          acceptance.acceptedAt());
    }

    private static ClauseReference cited(KnownAct act, String path, TermsHistory terms) {
      var accepted = act.acceptance().terms();
      return of(accepted.document(), accepted.version(), path, terms);
    }

    /** A clause of a version, with its hash there. */
    static ClauseReference of(String document, String version, String path, TermsHistory terms) {
      var sha256 =
          terms
              .version(version)
              .map(known -> known.published().nodeSha256().get(path))
              .map(Objects::toString)
              .orElse("");
      return new ClauseReference(document, version, path, sha256);
    }
  }

  /** Of these. */
  public Of of(Collection<String> subscriptionIds) {
    var clauses = new HashMap<Key, ClauseReference>();
    if (!subscriptionIds.isEmpty()) {
      jdbc.sql(
              """
              SELECT subscription_id, sequence, item, document, version, clause_path, clause_sha256
              FROM projection.consent WHERE subscription_id IN (:ids) AND item > 0
              """)
          .param("ids", subscriptionIds)
          .query(row -> {
            clauses.put(
                new Key(
                    row.getString("subscription_id"), row.getLong("sequence"), row.getInt("item")),
                new ClauseReference(
                    row.getString("document"),
                    row.getString("version"),
                    row.getString("clause_path"),
                    row.getString("clause_sha256")));
          });
    }
    return new Of(clauses);
  }
}
