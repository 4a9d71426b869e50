package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version was drafted; a later draft of the same name takes its place. The members are those of
 * its publication to come.
 *
 * @param contentSha256 SHA-256 of the content as canonical JSON (RFC 8785), lower-case hex
 * @param reason why, by the legal desk; not about any subscriber
 */
@EventName("terms.version-drafted")
public record TermsVersionDrafted(
    String document,
    String version,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    @Nullable AmendmentBasis basis,
    @Nullable VersionKind kind,
    @Nullable String predecessor,
    List<String> replacesElided,
    TermsContent content,
    String contentSha256,
    @Nullable String reason)
    implements TermsDraftEvent {

  /** Null: a draft holds nowhere. */
  @Override
  public @Nullable Instant effectiveAt() {
    return null;
  }
}
