package dev.keiyaku.eventstore.processing;

import java.util.OptionalLong;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Around every event: either its writes are collected with its batch's, or, when the batch could
 * not be written, each event is written at once inside a savepoint of its own, so that the one that
 * the database refuses is found, and parked alone. Either way a failing event leaves nothing behind
 * but its letter.
 */
final class EventByEvent implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final String SAVEPOINT = EventByEvent.class.getName();

  private static final int FEW = 16;

  private final TransactionManager transactions;

  /** Up to this position events are written one by one: a batch that reached so far has failed. */
  private volatile long careful = -1;

  EventByEvent(TransactionManager transactions) {
    this.transactions = transactions;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    return unit instanceof BatchingUnitOfWork<? extends EventMessage<?>> batch && collects(batch)
        ? collected(batch, chain)
        : alone(unit, chain);
  }

  /** Said once for all events of a batch. */
  private boolean collects(BatchingUnitOfWork<? extends EventMessage<?>> unit) {
    return unit.getResource(EventBatch.KEY) != null || lastOf(unit) > careful;
  }

  private @Nullable Object collected(
      BatchingUnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
    var batch = (EventBatch) unit.getOrComputeResource(EventBatch.KEY, _ -> begin(unit));
    try {
      Object result = batch.isOf(FEW) ? alone(unit, chain) : chain.proceed();
      batch.keep();
      return result;
    } catch (Exception e) {
      batch.undo();
      throw e;
    }
  }

  private EventBatch begin(BatchingUnitOfWork<? extends EventMessage<?>> unit) {
    var batch = new EventBatch(unit.getMessages().size());
    unit.onPrepareCommit(_ -> batch.flush());
    unit.onRollback(_ -> careful = lastOf(unit));
    return batch;
  }

  private static long lastOf(BatchingUnitOfWork<? extends EventMessage<?>> unit) {
    return unit.getMessages().getLast() instanceof TrackedEventMessage<?> tracked
        ? position(tracked).orElse(-1)
        : -1;
  }

  private static OptionalLong position(TrackedEventMessage<?> tracked) {
    return tracked.trackingToken().position();
  }

  private @Nullable Object alone(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    Transaction savepoint = transactions.startTransaction();
    Object outer = unit.resources().put(SAVEPOINT, savepoint);
    try {
      Object result = chain.proceed();
      savepoint.commit();
      return result;
    } catch (Exception e) {
      savepoint.rollback();
      throw e;
    } finally {
      unit.resources().put(SAVEPOINT, outer);
    }
  }

  /** Undoes what was done with the event being handled. */
  static void undo() {
    EventBatch.current().ifPresent(EventBatch::undo);
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().getResource(SAVEPOINT) instanceof Transaction savepoint) {
      savepoint.rollback();
    }
  }
}
