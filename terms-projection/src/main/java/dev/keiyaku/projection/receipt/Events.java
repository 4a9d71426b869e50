package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.projection.receipt.ConsentRecord.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What happened to the consent that an act gave to an item, by an instant.
 *
 * <p>An entry that was a mistake stays, and what says so follows it, whatever instant is asked:
 * with what is known, it never held.
 */
record Events(Act act, int item, String subscriber, List<Withdrawal> withdrawals, Instant asOf) {

  List<Event> toList() {
    var events = new ArrayList<Event>();
    var display = act.accepted().display();
    if (display != null) {
      events.add(requested(display.displayedAt()));
    }
    events.add(given());
    withdrawals.stream()
        .filter(withdrawal -> withdrawal.concerns(act.acceptanceId(), item))
        .map(this::withdrawn)
        .forEach(events::add);
    events.removeIf(event -> event.time().isAfter(asOf));
    events.sort(Comparator.comparing(Event::time));
    if (act.voided() != null && !events.isEmpty()) {
      events.add(invalidated(act.voided()));
    }
    return List.copyOf(events);
  }

  private Event requested(Instant displayedAt) {
    return event(
        urn(act.entry().eventId()) + "#display",
        State.REQUESTED,
        displayedAt,
        act.entry().recordedAt(),
        Parties.OPERATOR);
  }

  private Event given() {
    var entry = act.entry();
    return new Event(
        urn(entry.eventId()),
        State.GIVEN.term(),
        state(State.GIVEN),
        act.acceptedAt(),
        entry.recordedAt(),
        subscriber,
        act.accepted().basis().name());
  }

  private Event withdrawn(Withdrawal withdrawal) {
    return event(
        urn(withdrawal.eventId()),
        State.WITHDRAWN,
        withdrawal.at(),
        withdrawal.recordedAt(),
        subscriber);
  }

  private static Event invalidated(RecordedEvent<SubscriptionEvent> correction) {
    return event(
        urn(correction.eventId()),
        State.INVALIDATED,
        correction.recordedAt(),
        correction.recordedAt(),
        Parties.OPERATOR);
  }

  private static Event event(String id, State state, Instant time, Instant recorded, String by) {
    return new Event(id, state.term(), state(state), time, recorded, by, null);
  }

  /** As ISO/IEC TS 27560 writes it. */
  private static String state(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String urn(String eventId) {
    return "urn:uuid:" + eventId;
  }
}
