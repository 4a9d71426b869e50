package dev.keiyaku.projection.operations;

import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.ParkedEvent;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries again, or gives up; the same key gets the first answer, however much later. */
@Component
class DeadLetterDesk {

  private final DeadLetters letters;
  private final Operations operations;
  private final TransactionTemplate transaction;

  DeadLetterDesk(DeadLetters letters, Operations operations, TransactionTemplate transaction) {
    this.letters = letters;
    this.operations = operations;
    this.transaction = transaction;
  }

  /**
   * An answer.
   *
   * @param again whether it is the first one again
   */
  record Answer(Outcome outcome, boolean again) {}

  /**
   * Does what was asked, once.
   *
   * @throws Problem NOT_FOUND when there is no such letter, or it is gone
   */
  Answer answer(Operation operation) {
    return transaction.execute(_ -> {
      operations.take(operation);
      return operations
          .answered(operation)
          .map(outcome -> new Answer(outcome, true))
          .orElseGet(() -> new Answer(perform(operation), false));
    });
  }

  private Outcome perform(Operation operation) {
    var letter =
        letters.byId(operation.letterId()).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    var outcome =
        switch (operation.action()) {
          case RETRY -> retried(letter);
          case DISCARD -> discarded(letter);
        };
    operations.done(operation, letter, outcome);
    return outcome;
  }

  private Outcome retried(ParkedEvent letter) {
    long before = letters.ofStream(letter).size();
    letters.retry(letter.id());
    var left = letters.ofStream(letter);
    return new Outcome(
        letter.id(),
        letter.aggregateId(),
        before,
        before - left.size(),
        0,
        left.size(),
        left.isEmpty() ? null : left.getFirst().message());
  }

  private Outcome discarded(ParkedEvent letter) {
    long before = letters.ofStream(letter).size();
    if (!letters.discard(letter.id())) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return new Outcome(letter.id(), letter.aggregateId(), before, 0, 1, before - 1, null);
  }
}
