package dev.keiyaku.eventstore.processing;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.serialization.Serializer;

/**
 * How processors run: pooled, up to five hundred events to a transaction, from the beginning; a
 * failing event is parked with its stream, and nothing is skipped.
 */
public final class ProcessorSettings implements ConfigurerModule {

  private static final int BATCH = 500;

  /** After a batch that failed, and after another node has let go of its claim. */
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

  private final ProcessingTables tables;
  private final TransactionManager transactions;
  private final Serializer general;
  private final Serializer events;
  private final Progress progress;

  public ProcessorSettings(
      ProcessingTables tables,
      TransactionManager transactions,
      Serializer general,
      Serializer events,
      Progress progress) {
    this.tables = tables;
    this.transactions = transactions;
    this.general = general;
    this.events = events;
    this.progress = progress;
  }

  /** After Axon's own modules, one of which takes the dead-letter queues away again. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void configureModule(Configurer configurer) {
    configure(configurer.eventProcessing());
  }

  private void configure(EventProcessingConfigurer processing) {
    processing
        .usingPooledStreamingEventProcessors(ProcessorSettings::pooled)
        .byDefaultAssignTo(ReadModel.GROUP)
        .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
        .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
        .registerDefaultTransactionManager(_ -> transactions)
        .registerDefaultSequencingPolicy(_ -> SequentialPerAggregatePolicy.instance())
        .registerDefaultHandlerInterceptor((_, _) -> new TellingProgress(progress))
        .registerDefaultHandlerInterceptor((_, _) -> new EventByEvent(transactions))
        .registerDeadLetterQueueProvider(
            group -> _ -> tables.letters(group, transactions, general, events))
        .registerDeadLetteringEventHandlerInvokerConfiguration(
            ReadModel.GROUP, (_, invoker) -> invoker.enableSequenceIdentifierCache());
  }

  private static PooledStreamingEventProcessor.Builder pooled(
      Configuration configuration, PooledStreamingEventProcessor.Builder processor) {
    return processor
        .initialSegmentCount(1)
        .batchSize(BATCH)
        // Claims on segments run by real time, whatever clock the events are stamped with.
        .clock(Clock.systemUTC())
        .coordinatorExecutor(name -> coordinator(name, configuration))
        .enableCoordinatorClaimExtension()
        .tokenClaimInterval(BEFORE_TRYING_AGAIN.toMillis())
        .initialToken(source -> source.createTailToken());
  }

  private static CoordinatorThread coordinator(String processor, Configuration configuration) {
    var thread = new CoordinatorThread(processor);
    configuration.onShutdown(thread::shutdown);
    return thread;
  }
}
