package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream in the making: days of June 2023 stand for instants, effective and recorded. */
final class Entries {

  private static final ClauseReference CLAUSE = new ClauseReference("mysecure", "v", "p", "0");
  private static final TermsReference TERMS = new TermsReference("mysecure", "v", "0");

  private SubscriptionTimeline timeline = SubscriptionTimeline.empty();

  static Instant day(int day) {
    return Instant.parse("2023-06-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
  }

  SubscriptionTimeline timeline() {
    return timeline;
  }

  Life life() {
    return timeline.life();
  }

  Entries applied(int on) {
    var channel = new Channel(Channel.Kind.OWN_OFFICE, null);
    return add(
        on,
        new SubscriptionApplied(
            "s", "c", Product.MYSECURE, channel, null, null, null, TERMS, null, day(on), null));
  }

  Entries accepted(int effective, int recorded) {
    return add(
        recorded,
        new TermsAccepted(
            "s",
            "a",
            TERMS,
            List.of(),
            TermsAccepted.AcceptanceBasis.EXPLICIT,
            null,
            day(effective),
            null));
  }

  Entries activated(int effective, int recorded) {
    return add(recorded, new SubscriptionActivated("s", "v-1", day(effective), null));
  }

  Entries suspended(String id, int from, int recorded) {
    return add(
        recorded,
        new SubscriptionSuspended(
            "s", id, SuspensionGround.VENDOR, CLAUSE, day(from), null, null, null, null, null));
  }

  Entries lifted(String id, int effective, int recorded) {
    return add(recorded, new SuspensionLifted("s", id, day(effective), null));
  }

  Entries suspensionWithdrawn(String id, int recorded) {
    return add(recorded, new SuspensionWithdrawn("s", id, day(recorded), null));
  }

  Entries cancelled(String id, int effective, int recorded) {
    return add(recorded, new SubscriptionCancelled("s", id, day(effective), null));
  }

  Entries cancellationWithdrawn(String id, int recorded) {
    return add(recorded, new CancellationWithdrawn("s", id, day(recorded), null));
  }

  Entries voided(int sequence, int recorded) {
    return corrected(sequence, EntryCorrected.Kind.VOID, null, recorded);
  }

  Entries retimed(int sequence, int to, int recorded) {
    return corrected(sequence, EntryCorrected.Kind.RETIME, day(to), recorded);
  }

  private Entries corrected(
      int sequence, EntryCorrected.Kind kind, @Nullable Instant to, int recorded) {
    return add(recorded, new EntryCorrected("s", "e" + sequence, kind, to, day(recorded), null));
  }

  private Entries add(int recorded, SubscriptionEvent event) {
    long sequence = timeline.version() + 1;
    timeline = timeline.plus(new RecordedEvent<>("e" + sequence, sequence, day(recorded), event));
    return this;
  }
}
