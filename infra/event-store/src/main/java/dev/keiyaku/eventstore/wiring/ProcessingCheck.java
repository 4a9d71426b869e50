package dev.keiyaku.eventstore.wiring;

import dev.keiyaku.eventstore.processing.SavepointTransactions;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * The same for processors: one transaction for read model, token and letter, and nothing skipped.
 */
final class ProcessingCheck {

  private final EventProcessingConfiguration processing;
  private final boolean meant;

  /**
   * Over what Axon uses.
   *
   * @param meant whether this service is to have processors
   */
  ProcessingCheck(Configuration configuration, boolean meant) {
    this.processing = configuration.eventProcessingConfiguration();
    this.meant = meant;
  }

  /**
   * Checks every processor.
   *
   * @throws WiringRefusedException at the first that is not as meant
   */
  void run() {
    if (!meant && !processing.eventProcessors().isEmpty()) {
      throw new WiringRefusedException(
          "There are event handlers, but no keiyaku.event-store.processing-schema for their tokens:"
              + " "
              + processing.eventProcessors().keySet());
    }
    processing.eventProcessors().forEach(this::check);
  }

  private void check(String name, Object processor) {
    WiringCheck.is("processor " + name, processor, PooledStreamingEventProcessor.class);
    WiringCheck.is(
        "transaction manager of " + name,
        processing.transactionManager(name),
        SavepointTransactions.class);
    WiringCheck.is("token store of " + name, processing.tokenStore(name), JdbcTokenStore.class);
    WiringCheck.is(
        "error handler of " + name, processing.errorHandler(name), PropagatingErrorHandler.class);
    WiringCheck.is(
        "handlers' error handler of " + name,
        processing.listenerInvocationErrorHandler(name),
        PropagatingErrorHandler.class);
    if (processing.deadLetterQueue(name).isEmpty()) {
      throw new WiringRefusedException("The processor " + name + " has no dead-letter queue");
    }
  }
}
