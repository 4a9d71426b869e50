package dev.keiyaku.contract.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Contradiction.Kind;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;

class ContradictionTest {

  @Test
  void nothingHoldsBeforeTheApplication() {
    expect(new Entries().applied(5).activated(4, 6)).hasValue(Kind.BEFORE_APPLICATION);
  }

  @Test
  void nothingBeginsAfterTheEnd() {
    expect(new Entries().applied(1).cancelled("c", 5, 5).suspended("x", 6, 6))
        .hasValue(Kind.AFTER_CANCELLATION);
  }

  @Test
  void aLateCancellationDoesNotContradictWhatWasRecordedToHoldLater() {
    expect(new Entries().applied(1).activated(4, 4).cancelled("c", 3, 6))
        .hasValue(Kind.AFTER_CANCELLATION);
  }

  @Test
  void aLateSuspensionThatBeganBeforeTheEndFits() {
    expect(new Entries().applied(1).activated(2, 2).cancelled("c", 5, 5).suspended("x", 4, 6))
        .isEmpty();
  }

  @Test
  void aSuspensionIsNotLiftedBeforeItsStart() {
    expect(new Entries().applied(1).suspended("x", 4, 4).lifted("x", 3, 5))
        .hasValue(Kind.LIFTED_BEFORE_START);
  }

  @Test
  void aSuspensionIsLiftedOnce() {
    expect(new Entries().applied(1).suspended("x", 3, 3).lifted("x", 4, 4).lifted("x", 5, 5))
        .hasValue(Kind.TWICE);
  }

  @Test
  void useBeginsOnce() {
    expect(new Entries().applied(1).activated(2, 2).activated(3, 3)).hasValue(Kind.TWICE);
  }

  @Test
  void restoringACancellationMustNotContradictWhatCameAfterItsWithdrawal() {
    expect(
            new Entries()
                .applied(1)
                .cancelled("c", 6, 2)
                .cancellationWithdrawn("c", 3)
                .suspended("x", 7, 7)
                .voided(2, 8))
        .hasValue(Kind.AFTER_CANCELLATION);
  }

  @Test
  void theLiftOfASuspensionThatNeverWasCountsForNothing() {
    var lifted = new Entries().applied(1).suspended("x", 3, 3).lifted("x", 7, 7).voided(1, 8);

    expect(lifted.cancelled("c", 5, 9)).isEmpty();
  }

  @Test
  void onceItsSuspensionWasAfterAllTheLiftCountsAgain() {
    var revived =
        new Entries()
            .applied(1)
            .suspended("x", 3, 3)
            .lifted("x", 7, 7)
            .voided(1, 8)
            .cancelled("c", 5, 9)
            .voided(3, 10);

    expect(revived).hasValue(Kind.AFTER_CANCELLATION);
  }

  @Test
  void aSuspensionThatWasWithdrawnCountsForNothing() {
    var withdrawn =
        new Entries().applied(1).suspended("x", 7, 3).suspensionWithdrawn("x", 4).activated(2, 5);

    expect(withdrawn.cancelled("c", 6, 9)).isEmpty();
    expect(withdrawn.voided(2, 10)).hasValue(Kind.AFTER_CANCELLATION);
  }

  private static OptionalAssert<Kind> expect(Entries stream) {
    return assertThat(stream.life().contradiction().map(Contradiction::kind));
  }
}
