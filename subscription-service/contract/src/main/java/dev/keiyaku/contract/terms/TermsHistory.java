package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of {@link TermsEvent}s means: its versions in the order of their effective days,
 * and which one is in force. Immutable; computed at the instant asked, so nothing has to run at
 * midnight.
 */
public final class TermsHistory {

  private static final Comparator<Version> BY_START =
      Comparator.comparing(
          Version::effectiveAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
  private static final TermsHistory EMPTY = new TermsHistory(List.of());

  private final List<RecordedEvent<TermsEvent>> entries;
  private final List<Version> all;
  private final List<Version> versions;
  private final NotifiedRules rules;

  private TermsHistory(List<RecordedEvent<TermsEvent>> entries) {
    this.entries = entries;
    this.all = entries.stream().flatMap(this::version).sorted(BY_START).toList();
    this.versions = all.stream().filter(version -> version.withdrawn() == null).toList();
    this.rules = NotifiedRules.of(entries);
  }

  /**
   * A published version with what was recorded of it.
   *
   * @param published the publication as recorded
   * @param notices in the order of recording
   * @param succession which version it follows, and as what; null when none was named
   * @param withdrawn its withdrawal before it took effect; null when there is none
   */
  public record Version(
      RecordedEvent<TermsEvent> entry,
      TermsVersionPublished published,
      List<TermsNoticeRecorded> notices,
      @Nullable TermsSuccessionNamed succession,
      @Nullable TermsVersionWithdrawn withdrawn) {

    /** Its name, such as {@code 2023-07-01}. */
    public String name() {
      return published.version();
    }

    /** 00:00 Asia/Tokyo of its first day; null when open. */
    public @Nullable Instant effectiveAt() {
      return published.effectiveAt();
    }

    /** What it is to the one before it. */
    public VersionKind kind() {
      if (succession != null) {
        return succession.kind();
      }
      return published.basis() == null ? VersionKind.FIRST : VersionKind.AMENDMENT;
    }

    /** The name of the version that it was said to follow; null when none was named. */
    public @Nullable String predecessor() {
      return succession == null ? null : succession.predecessor();
    }

    /** The earliest notice published before the version takes effect, if any. */
    public Optional<TermsNoticeRecorded> noticeInTime() {
      var start = effectiveAt();
      return notices.stream()
          .filter(notice -> start != null && notice.firstPublishedAt().isBefore(start))
          .min(Comparator.comparing(TermsNoticeRecorded::firstPublishedAt));
    }

    /**
     * Whether it binds those who agreed to an earlier version without an act of theirs (民法548条の4).
     */
    public boolean bindsWithoutAct() {
      return switch (published.basis()) {
        case GENERAL_BENEFIT -> true;
        case REASONABLE_CHANGE -> noticeInTime().isPresent();
        case INDIVIDUAL_CONSENT -> false;
        case null -> false;
      };
    }
  }

  /** Nothing recorded yet. */
  public static TermsHistory empty() {
    return EMPTY;
  }

  /** The history with one more entry, which must follow the last. */
  public TermsHistory plus(RecordedEvent<TermsEvent> entry) {
    return new TermsHistory(Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  /** The history as it was known at a recorded instant, UTC. */
  public TermsHistory knownAt(Instant recorded) {
    return new TermsHistory(
        entries.stream().filter(entry -> !entry.recordedAt().isAfter(recorded)).toList());
  }

  /**
   * The versions that stand, the open-started one first, then by effective day. One that was
   * withdrawn is not among them.
   */
  public List<Version> versions() {
    return versions;
  }

  /** All versions ever published, the withdrawn ones too, in the same order. */
  public List<Version> all() {
    return all;
  }

  /** The version of that name, withdrawn or not. */
  public Optional<Version> version(String name) {
    return all.stream().filter(version -> version.name().equals(name)).findFirst();
  }

  /** The version in force at an instant, UTC; empty before the first begins. */
  public Optional<Version> inForce(Instant at) {
    return versions.stream()
        .filter(version -> version.published().hasBegunAt(at))
        .reduce((earlier, later) -> later);
  }

  /** The standing version that begins last before another one; empty before the first. */
  public Optional<Version> before(Version version) {
    return versions.stream()
        .filter(each -> BY_START.compare(each, version) < 0)
        .reduce((earlier, later) -> later);
  }

  /** The standing version that begins first after another one; empty after the last. */
  public Optional<Version> after(Version version) {
    return versions.stream().filter(each -> BY_START.compare(each, version) > 0).findFirst();
  }

  /** Where one of these versions stands at an instant, UTC. */
  public VersionStatus status(Version version, Instant at) {
    if (version.withdrawn() instanceof TermsVersionWithdrawn withdrawn) {
      return at.isBefore(withdrawn.withdrawnAt())
          ? VersionStatus.PUBLISHED
          : VersionStatus.WITHDRAWN;
    }
    if (!version.published().hasBegunAt(at)) {
      return VersionStatus.PUBLISHED;
    }
    return inForce(at).filter(version::equals).isPresent()
        ? VersionStatus.IN_FORCE
        : VersionStatus.SUPERSEDED;
  }

  /** The rules notified under the document, as known. */
  public NotifiedRules rules() {
    return rules;
  }

  /** The last sequence number folded in; -1 when nothing is recorded. */
  public long lastSequence() {
    return entries.isEmpty() ? -1 : entries.getLast().sequence();
  }

  private Stream<Version> version(RecordedEvent<TermsEvent> entry) {
    if (!(entry.event() instanceof TermsVersionPublished published)) {
      return Stream.empty();
    }
    var name = published.version();
    return Stream.of(
        new Version(
            entry,
            published,
            of(name, TermsNoticeRecorded.class).toList(),
            of(name, TermsSuccessionNamed.class).findFirst().orElse(null),
            of(name, TermsVersionWithdrawn.class).findFirst().orElse(null)));
  }

  private <E extends TermsVersionEvent> Stream<E> of(String version, Class<E> kind) {
    return entries.stream()
        .map(RecordedEvent::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(event -> event.version().equals(version));
  }
}
