package dev.keiyaku.projection.account;

import dev.keiyaku.projection.reading.Revealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection to an amendment as an answer shows it. It changes no binding.
 *
 * @param version the amended version objected to
 * @param withdrawnAt when it was taken back, as known; null while it was not
 * @param standing whether it stands at the instant asked
 * @param statement the subscriber's words
 */
public record ObjectionAnswer(
    String objectionId,
    String document,
    String version,
    String contentSha256,
    Instant objectedAt,
    @Nullable Instant withdrawnAt,
    boolean standing,
    @Nullable Revealed statement,
    @Nullable Revealed reason,
    String eventId) {}
