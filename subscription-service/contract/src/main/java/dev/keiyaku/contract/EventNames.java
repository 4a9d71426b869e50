package dev.keiyaku.contract;

import dev.keiyaku.contract.campaign.CampaignEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.contract.terms.TermsEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event of the contract by its stored name, and back. */
public final class EventNames {

  /** A stored name and the revision of the shape under it. */
  public record Name(String name, int revision) {}

  private static final List<Class<?>> EVENTS =
      Stream.of(
              SubscriptionEvent.class, TermsEvent.class, TermsDraftEvent.class, CampaignEvent.class)
          .flatMap(EventNames::leaves)
          .toList();
  private static final Map<Name, Class<?>> CLASSES =
      EVENTS.stream()
          .collect(Collectors.toUnmodifiableMap(EventNames::nameOf, Function.identity()));

  private EventNames() {}

  /** All event classes of the contract. */
  public static List<Class<?>> events() {
    return EVENTS;
  }

  /**
   * The stored name of an event class.
   *
   * @throws IllegalArgumentException when the class is no event of the contract
   */
  public static Name nameOf(Class<?> event) {
    var name = event.getAnnotation(EventName.class);
    if (name == null) {
      throw new IllegalArgumentException("No event name on " + event.getName());
    }
    return new Name(name.value(), name.revision());
  }

  /** The class stored under a name and revision; empty when this contract does not know it. */
  public static Optional<Class<?>> classOf(String name, int revision) {
    return Optional.ofNullable(CLASSES.get(new Name(name, revision)));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventNames::leaves)
        : Stream.of(type);
  }
}
