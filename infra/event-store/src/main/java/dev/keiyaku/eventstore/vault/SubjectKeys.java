package dev.keiyaku.eventstore.vault;

import dev.keiyaku.eventstore.Uuid7;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A key per subject in {@code keys.subject_key}. Not cached: a key that is erased must be gone for
 * every process at once, and finding one is one look into an index.
 */
final class SubjectKeys {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MasterKey master;

  SubjectKeys(JdbcClient jdbc, Clock clock, MasterKey master) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.master = master;
  }

  /** The subject's key, made when there is none. */
  SubjectKey current(String subject) throws GeneralSecurityException {
    Optional<SubjectKey> found = live(subject);
    if (found.isPresent()) {
      return found.get();
    }
    make(subject);
    // Another process may have been faster: its key is the one.
    return live(subject)
        .orElseThrow(() -> new IllegalStateException("The key was erased while it was made"));
  }

  private Optional<SubjectKey> live(String subject) throws GeneralSecurityException {
    var row =
        jdbc.sql(
                "SELECT key_id, wrapped FROM keys.subject_key WHERE subject = ? AND wrapped IS NOT"
                    + " NULL")
            .param(subject)
            .query((found, _) ->
                new Wrapped(found.getString("key_id"), subject, found.getBytes("wrapped")))
            .optional();
    return row.isPresent() ? Optional.of(master.unwrap(row.get())) : Optional.empty();
  }

  private void make(String subject) throws GeneralSecurityException {
    Wrapped fresh = master.fresh(Uuid7.text(), subject);
    jdbc.sql(
            """
            INSERT INTO keys.subject_key (key_id, subject, wrapped, made_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (subject) WHERE wrapped IS NOT NULL DO NOTHING\
            """)
        .params(
            UUID.fromString(fresh.keyId()),
            subject,
            fresh.bytes(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The key of an id; empty when it is erased. */
  Optional<SubjectKey> byId(String keyId, String subject) throws GeneralSecurityException {
    var row =
        jdbc.sql("SELECT wrapped FROM keys.subject_key WHERE key_id = ? AND wrapped IS NOT NULL")
            .param(UUID.fromString(keyId))
            .query((found, _) -> new Wrapped(keyId, subject, found.getBytes("wrapped")))
            .optional();
    return row.isPresent() ? Optional.of(master.unwrap(row.get())) : Optional.empty();
  }
}
