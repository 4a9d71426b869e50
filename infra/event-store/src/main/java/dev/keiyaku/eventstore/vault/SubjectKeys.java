package dev.keiyaku.eventstore.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Uuid7;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A key per subject in {@code keys.subject_key}. For opening it is read each time: a key that is
 * erased must be gone for every process at once. For sealing within a command it is remembered: the
 * append looks whether it is still alive (ADR 0016).
 */
final class SubjectKeys {

  private static final int REMEMBERED = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MasterKey master;
  private final Cache<String, SubjectKey> sealing =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(LONGEST).build();

  private interface Look {
    Optional<SubjectKey> look() throws GeneralSecurityException;
  }

  SubjectKeys(JdbcClient jdbc, Clock clock, MasterKey master) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.master = master;
  }

  /** The key to seal with; a new one is stored with the command's events. */
  SubjectKey sealing(String subject) throws GeneralSecurityException {
    return sealing(subject, () -> live(subject));
  }

  /** The same for a subject that has hardly one yet: nobody looks before one is made. */
  SubjectKey first(String subject) throws GeneralSecurityException {
    return sealing(subject, () -> AppendRequest.asksTheStore() ? live(subject) : Optional.empty());
  }

  private SubjectKey sealing(String subject, Look stored) throws GeneralSecurityException {
    if (!CurrentUnitOfWork.isStarted()) {
      return current(subject);
    }
    var request = AppendRequest.current();
    var known = known(request, subject);
    if (known.isPresent()) {
      request.restsOn(new Premise.KeyLives(known.get().keyId()));
      return known.get();
    }
    var found = stored.look();
    found.ifPresent(key -> request.restsOn(new Premise.KeyLives(key.keyId())));
    return remember(subject, found.isPresent() ? found.get() : unwrittenYet(request, subject));
  }

  /** From memory, or made by this very command for another text. */
  private Optional<SubjectKey> known(AppendRequest request, String subject)
      throws GeneralSecurityException {
    for (NewKey key : request.keys()) {
      if (key.subject().equals(subject)) {
        return Optional.of(master.unwrap(new Wrapped(key.keyId(), subject, key.wrapped())));
      }
    }
    return AppendRequest.asksTheStore()
        ? Optional.empty()
        : Optional.ofNullable(sealing.getIfPresent(subject));
  }

  /** Should another have made one meanwhile, this one is not stored, and its premise falls. */
  private SubjectKey unwrittenYet(AppendRequest request, String subject)
      throws GeneralSecurityException {
    Wrapped fresh = master.fresh(Uuid7.text(), subject);
    request.key(new NewKey(fresh.keyId(), subject, fresh.bytes(), clock.instant()));
    return master.unwrap(fresh);
  }

  /** Only once it is durable. */
  private SubjectKey remember(String subject, SubjectKey key) {
    CurrentUnitOfWork.get().root().afterCommit(_ -> sealing.put(subject, key));
    return key;
  }

  /** The subject's key, made when there is none, and stored at once. */
  private SubjectKey current(String subject) throws GeneralSecurityException {
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
