package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version another one follows, and as what. Recorded together with the publication, before
 * it, so that the version is never known without it; a publication that names nothing has none.
 *
 * @param kind what the version is to its predecessor; never {@link VersionKind#FIRST}
 * @param predecessor the name of the version that it amends or corrects: the one in force when it
 *     begins, as known at the publication
 * @param replacesElided paths of nodes whose words the predecessor leaves out and that this version
 *     knowingly fills in or drops
 */
@EventName("terms.succession-named")
public record TermsSuccessionNamed(
    String document,
    String version,
    VersionKind kind,
    String predecessor,
    List<String> replacesElided)
    implements TermsVersionEvent {

  /** Null: it holds when the version does, which says its own first day. */
  @Override
  public @Nullable Instant effectiveAt() {
    return null;
  }
}
