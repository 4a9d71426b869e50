package dev.keiyaku.projection.reading;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.eventstore.SealBrokenException;
import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read what was sealed: agents and auditors all of it, provisioning systems the reasons (of
 * the subscriptions that they see), nobody else any.
 */
@Component
public final class Disclosure {

  private static final Set<Role> ALL = Set.of(Role.AGENT, Role.AUDITOR);
  private static final String REASONS = "subscription/reason/";

  private final Vault vault;

  Disclosure(Vault vault) {
    this.vault = vault;
  }

  /**
   * A text as the caller may see it; null when there is none.
   *
   * @param subject the subscriber's id
   * @param purpose what it was sealed for, see {@link dev.keiyaku.contract.Purposes}
   */
  public @Nullable Revealed to(
      Caller caller, String subject, String purpose, @Nullable SealedText text) {
    if (text == null) {
      return null;
    }
    return may(caller, purpose) ? open(subject, purpose, text) : Revealed.WITHHELD;
  }

  private static boolean may(Caller caller, String purpose) {
    return ALL.contains(caller.role())
        || (caller.role() == Role.PROVISIONING && purpose.startsWith(REASONS));
  }

  private Revealed open(String subject, String purpose, SealedText text) {
    try {
      return vault.open(subject, purpose, text).map(Revealed::of).orElse(Revealed.ERASED);
    } catch (SealBrokenException e) {
      return Revealed.BROKEN;
    }
  }
}
