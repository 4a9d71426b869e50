package dev.keiyaku.eventstore.processing;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** A queue that, before it parks an event that failed, undoes what was done with it. */
final class LettersAfterSavepoint implements SequencedDeadLetterQueue<EventMessage<?>> {

  private final SequencedDeadLetterQueue<EventMessage<?>> queue;

  LettersAfterSavepoint(SequencedDeadLetterQueue<EventMessage<?>> queue) {
    this.queue = queue;
  }

  @Override
  public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
    if (letter.cause().isPresent()) {
      EventByEvent.undo();
    }
    queue.enqueue(sequence, letter);
  }

  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    queue.evict(letter);
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
    queue.requeue(letter, update);
  }

  @Override
  public boolean contains(Object sequence) {
    return queue.contains(sequence);
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
    return queue.deadLetterSequence(sequence);
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    return queue.deadLetters();
  }

  @Override
  public boolean isFull(Object sequence) {
    return queue.isFull(sequence);
  }

  @Override
  public long size() {
    return queue.size();
  }

  @Override
  public long sequenceSize(Object sequence) {
    return queue.sequenceSize(sequence);
  }

  @Override
  public long amountOfSequences() {
    return queue.amountOfSequences();
  }

  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return queue.process(filter, task);
  }

  @Override
  public boolean process(
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return queue.process(task);
  }

  @Override
  public void clear() {
    queue.clear();
  }
}
