package dev.keiyaku.eventstore.processing;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells {@link Progress} which streams a transaction has projected, once it is committed. It asks
 * the transaction and not the unit of work: letters are tried again inside a transaction of their
 * operator's, which ends later than the unit of work does.
 */
final class TellingProgress implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final String KEY = TellingProgress.class.getName();

  private final Progress progress;

  TellingProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    if (unit.getMessage() instanceof DomainEventMessage<?> event
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      unit.<Committed>getOrComputeResource(KEY, _ -> committed())
          .streams
          .add(event.getAggregateIdentifier());
    }
    return chain.proceed();
  }

  private Committed committed() {
    var committed = new Committed();
    TransactionSynchronizationManager.registerSynchronization(committed);
    return committed;
  }

  private final class Committed implements TransactionSynchronization {

    private final Set<String> streams = new HashSet<>();

    @Override
    public void afterCommit() {
      progress.moved(streams);
    }
  }
}
