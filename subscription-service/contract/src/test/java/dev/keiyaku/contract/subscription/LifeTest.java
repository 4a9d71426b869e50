package dev.keiyaku.contract.subscription;

import static dev.keiyaku.contract.subscription.Entries.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {

  @Test
  void nothingIsKnownOfAnEmptyStream() {
    assertThat(SubscriptionTimeline.empty().life().at(day(1)).status()).isEqualTo(Status.NONE);
  }

  @Test
  void itIsAppliedForThenActiveThenCancelledEachFromItsOwnInstant() {
    var life = new Entries().applied(1).activated(3, 3).cancelled("c", 9, 5).life();

    assertThat(life.at(day(1).minusNanos(1)).status()).isEqualTo(Status.NONE);
    assertThat(life.at(day(1)).status()).isEqualTo(Status.APPLIED);
    assertThat(life.at(day(3)).status()).isEqualTo(Status.ACTIVE);
    assertThat(life.at(day(9).minusNanos(1)).status()).isEqualTo(Status.ACTIVE);
    assertThat(life.at(day(9)).status()).isEqualTo(Status.CANCELLED);
    assertThat(life.at(day(4)).nextChange())
        .isEqualTo(new State.NextChange(day(9), Status.CANCELLED));
  }

  @Test
  void aSuspensionThatIsLiftedLeavesTheOthersOpen() {
    var life =
        new Entries()
            .applied(1)
            .activated(2, 2)
            .suspended("x", 3, 3)
            .suspended("y", 4, 4)
            .lifted("x", 5, 5)
            .life();

    assertThat(ids(life.at(day(4)).open())).containsExactly("x", "y");
    assertThat(ids(life.at(day(5)).open())).containsExactly("y");
    assertThat(life.at(day(5)).usable()).isFalse();
  }

  @Test
  void aSuspensionDatedAheadIsShownBeforeItBegins() {
    var life = new Entries().applied(1).activated(2, 2).suspended("x", 8, 3).life();

    assertThat(life.at(day(4)).usable()).isTrue();
    assertThat(ids(life.at(day(4)).planned())).containsExactly("x");
    assertThat(life.at(day(4)).nextChange())
        .isEqualTo(new State.NextChange(day(8), Status.SUSPENDED));
  }

  @Test
  void aWithdrawnSuspensionNeverTakesEffect() {
    var life =
        new Entries().applied(1).activated(2, 2).suspended("x", 8, 3).suspensionWithdrawn("x", 4);

    assertThat(life.life().at(day(8)).usable()).isTrue();
    assertThat(life.timeline().knownAt(day(3)).life().at(day(8)).usable()).isFalse();
  }

  @Test
  void cancellingEndsWhatIsOpenAndOvertakesWhatWasAnnounced() {
    var life =
        new Entries()
            .applied(1)
            .activated(2, 2)
            .suspended("x", 3, 3)
            .suspended("y", 20, 3)
            .cancelled("c", 5, 5)
            .life();

    assertThat(life.contradiction()).isEmpty();
    assertThat(life.suspension("x").orElseThrow().endsAt()).isEqualTo(day(5));
    assertThat(life.suspension("y").orElseThrow().takesEffect()).isFalse();
    assertThat(life.at(day(20)).open()).isEmpty();
  }

  @Test
  void aCancellationDatedAheadCanBeWithdrawn() {
    var stream =
        new Entries().applied(1).activated(2, 2).cancelled("c", 9, 3).cancellationWithdrawn("c", 4);

    assertThat(stream.life().at(day(9)).status()).isEqualTo(Status.ACTIVE);
    assertThat(stream.life().endsAt()).isNull();
  }

  private static List<String> ids(List<Suspension> suspensions) {
    return suspensions.stream().map(Suspension::suspensionId).toList();
  }
}
