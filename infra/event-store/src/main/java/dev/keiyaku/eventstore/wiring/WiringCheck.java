package dev.keiyaku.eventstore.wiring;

import dev.keiyaku.eventstore.stream.EventNamingSerializer;
import dev.keiyaku.eventstore.stream.PostgresEventStorageEngine;
import dev.keiyaku.eventstore.stream.WakingEventStore;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.updates.configuration.UsagePropertyProvider;

/**
 * Looks at what Axon really uses, after everything is wired: some of its defaults lose events
 * without a word, and a bean too many is enough to get them back.
 */
final class WiringCheck {

  private final Configuration configuration;

  WiringCheck(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Checks all of it.
   *
   * @throws WiringRefusedException at the first that is not the one meant
   */
  void run() {
    is("event bus", configuration.eventBus(), WakingEventStore.class);
    is("event store", component(EventBus.class), WakingEventStore.class);
    is("storage engine", component(EventStorageEngine.class), PostgresEventStorageEngine.class);
    is("event serializer", configuration.eventSerializer(), EventNamingSerializer.class);
    is("general serializer", configuration.serializer(), Jackson3Serializer.class);
    is("message serializer", configuration.messageSerializer(), Jackson3Serializer.class);
    is("command bus", component(CommandBus.class), SimpleCommandBus.class);
    serializesTokens(configuration.serializer());
    carriesTheActor(configuration.correlationDataProviders());
    reportsNothing(component(UsagePropertyProvider.class));
  }

  private <T> T component(Class<T> type) {
    return configuration.getComponent(type);
  }

  static void is(String role, Object actual, Class<?> meant) {
    if (!meant.isInstance(actual)) {
      String found = actual == null ? "nothing" : actual.getClass().getName();
      throw new WiringRefusedException(
          "The " + role + " is " + found + ", and must be " + meant.getName());
    }
  }

  private static void serializesTokens(Serializer serializer) {
    try {
      TokenRoundTrip.check(serializer);
    } catch (RuntimeException e) {
      throw new WiringRefusedException(
          "The general serializer cannot read back a replay's token: " + e);
    }
  }

  private static void carriesTheActor(List<CorrelationDataProvider> providers) {
    if (providers.stream().noneMatch(EdgeMetadata.class::isInstance)) {
      throw new WiringRefusedException(
          "Events would not carry who recorded them: EdgeMetadata is missing");
    }
  }

  private static void reportsNothing(UsagePropertyProvider usage) {
    if (!Boolean.TRUE.equals(usage.getDisabled())) {
      throw new WiringRefusedException("Axon would report its use to its vendor");
    }
  }
}
