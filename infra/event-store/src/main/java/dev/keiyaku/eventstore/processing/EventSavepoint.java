package dev.keiyaku.eventstore.processing;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * All handlers of one event inside one savepoint: when one fails, what the others did with this
 * event is undone with it, and the letter that parks the event says the truth.
 */
final class EventSavepoint implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final String KEY = EventSavepoint.class.getName();

  private final TransactionManager transactions;

  EventSavepoint(TransactionManager transactions) {
    this.transactions = transactions;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    Transaction savepoint = transactions.startTransaction();
    Object outer = unit.resources().put(KEY, savepoint);
    try {
      Object result = chain.proceed();
      savepoint.commit();
      return result;
    } catch (Exception e) {
      savepoint.rollback();
      throw e;
    } finally {
      unit.resources().put(KEY, outer);
    }
  }

  /** Undoes what was done with the event being handled. */
  static void rollback() {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().getResource(KEY) instanceof Transaction savepoint) {
      savepoint.rollback();
    }
  }
}
