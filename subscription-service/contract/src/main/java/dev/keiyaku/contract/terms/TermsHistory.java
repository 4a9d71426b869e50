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
  private final List<Version> versions;

  private TermsHistory(List<RecordedEvent<TermsEvent>> entries) {
    this.entries = entries;
    this.versions = entries.stream().flatMap(this::version).sorted(BY_START).toList();
  }

  /**
   * A published version with the notices recorded of it.
   *
   * @param published the publication as recorded
   * @param notices in the order of recording
   */
  public record Version(
      RecordedEvent<TermsEvent> entry,
      TermsVersionPublished published,
      List<TermsNoticeRecorded> notices) {

    /** Its name, such as {@code 2023-07-01}. */
    public String name() {
      return published.version();
    }

    /** 00:00 Asia/Tokyo of its first day; null when open. */
    public @Nullable Instant effectiveAt() {
      return published.effectiveAt();
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

  /** All versions, the open-started one first, then by effective day. */
  public List<Version> versions() {
    return versions;
  }

  /** The version of that name. */
  public Optional<Version> version(String name) {
    return versions.stream().filter(version -> version.name().equals(name)).findFirst();
  }

  /** The version in force at an instant, UTC; empty before the first begins. */
  public Optional<Version> inForce(Instant at) {
    return versions.stream()
        .filter(version -> version.published().hasBegunAt(at))
        .reduce((earlier, later) -> later);
  }

  /** The last sequence number folded in; -1 when nothing is recorded. */
  public long lastSequence() {
    return entries.isEmpty() ? -1 : entries.getLast().sequence();
  }

  private Stream<Version> version(RecordedEvent<TermsEvent> entry) {
    return entry.event() instanceof TermsVersionPublished published
        ? Stream.of(new Version(entry, published, noticesOf(published.version())))
        : Stream.empty();
  }

  private List<TermsNoticeRecorded> noticesOf(String version) {
    return entries.stream()
        .map(RecordedEvent::event)
        .filter(event -> event.version().equals(version))
        .filter(TermsNoticeRecorded.class::isInstance)
        .map(TermsNoticeRecorded.class::cast)
        .toList();
  }
}
