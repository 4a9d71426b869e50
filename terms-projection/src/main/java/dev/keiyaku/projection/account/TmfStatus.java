package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The nearest product status of TMF637. It has no slot for several suspensions at once: those are
 * our sub-resource.
 */
final class TmfStatus {

  private TmfStatus() {}

  static @Nullable String of(Account account, Status status) {
    return switch (status) {
      case NONE -> null;
      case APPLIED -> "pendingActive";
      case ACTIVE -> account.endsAt() == null ? "active" : "pendingTerminate";
      case SUSPENDED -> "suspended";
      case CANCELLED ->
          wasActive(account.activatedAt(), account.endsAt()) ? "terminated" : "cancelled";
      case VOIDED -> "aborted";
    };
  }

  private static boolean wasActive(@Nullable Instant activatedAt, @Nullable Instant endsAt) {
    return activatedAt != null && endsAt != null && activatedAt.isBefore(endsAt);
  }
}
