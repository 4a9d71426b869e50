package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version a publication follows, and as what. Versions may be recorded out of order, so what
 * counts is the order of their first days.
 *
 * @param kind as sent; null when it follows from the basis
 * @param predecessor as sent; null when it is the one in force when this one begins
 * @param replacesElided as sent: paths of elided nodes knowingly filled in or dropped
 */
record Succession(
    @Nullable VersionKind kind, @Nullable String predecessor, List<String> replacesElided) {

  static final Succession UNNAMED = new Succession(null, null, List.of());

  /** What is recorded of it; empty when the publication names nothing, or follows nothing. */
  Optional<TermsSuccessionNamed> event(PublishTermsVersion command, TermsHistory history) {
    if (equals(UNNAMED) || kind == VersionKind.FIRST) {
      return Optional.empty();
    }
    return before(command.effectiveFrom(), history)
        .map(version ->
            new TermsSuccessionNamed(
                command.document(),
                command.version(),
                Objects.requireNonNullElse(kind, VersionKind.AMENDMENT),
                version.name(),
                replacesElided));
  }

  /** The standing version that is in force until a day begins; empty when the day is open. */
  static Optional<Version> before(@Nullable LocalDate day, TermsHistory history) {
    return day == null ? Optional.empty() : history.inForce(Japan.startOf(day).minusNanos(1));
  }
}
