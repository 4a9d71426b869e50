package dev.keiyaku.contract.subscription;

import static dev.keiyaku.contract.subscription.Entries.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectionsTest {

  @Test
  void aVoidedCancellationRevivesAndWhatWasKnownBeforeStays() {
    var stream = new Entries().applied(1).activated(2, 2).cancelled("c", 5, 5).voided(2, 7);

    assertThat(stream.life().at(day(6)).status()).isEqualTo(Status.ACTIVE);
    assertThat(stream.timeline().knownAt(day(6)).life().at(day(6)).status())
        .isEqualTo(Status.CANCELLED);
  }

  @Test
  void aVoidedApplicationNeverWas() {
    var life = new Entries().applied(1).accepted(1, 1).activated(2, 2).voided(0, 3).life();

    assertThat(life.at(day(2)).status()).isEqualTo(Status.VOIDED);
    assertThat(life.beginsAt()).isNull();
    assertThat(life.contradiction()).isEmpty();
  }

  @Test
  void aRetimedActivationHoldsFromItsRightTime() {
    var life = new Entries().applied(1).activated(6, 6).retimed(1, 3, 7).life();

    assertThat(life.at(day(3)).status()).isEqualTo(Status.ACTIVE);
    assertThat(life.activation().orElseThrow().assertedAt()).isEqualTo(day(7));
  }

  @Test
  void aCorrectionThatIsVoidedCorrectsNothing() {
    var life = new Entries().applied(1).activated(2, 2).voided(1, 3).voided(2, 4).life();

    assertThat(life.at(day(2)).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void anEntryIsVoidedUntilItsCorrectionIs() {
    var stream = new Entries().applied(1).activated(2, 2).voided(1, 3);
    assertThat(stream.timeline().isVoided("e1")).isTrue();

    stream.voided(2, 4);
    assertThat(stream.timeline().isVoided("e1")).isFalse();
    assertThat(stream.timeline().isVoided("e2")).isTrue();
  }

  @Test
  void theLatestOfTwoRetimingsCounts() {
    var life = new Entries().applied(1).activated(6, 6).retimed(1, 3, 7).retimed(1, 4, 8).life();

    assertThat(life.activation().orElseThrow().effectiveAt()).isEqualTo(day(4));
  }

  @Test
  void aVoidedRetimingGivesBackTheOneBefore() {
    var stream = new Entries().applied(1).activated(6, 6).retimed(1, 3, 7).retimed(1, 4, 8);

    assertThat(stream.voided(3, 9).life().activation().orElseThrow().effectiveAt())
        .isEqualTo(day(3));
  }

  @Test
  void aVoidedLiftLeavesTheSuspensionOpen() {
    var life =
        new Entries()
            .applied(1)
            .activated(2, 2)
            .suspended("x", 3, 3)
            .lifted("x", 4, 4)
            .voided(3, 5);

    assertThat(life.life().at(day(5)).status()).isEqualTo(Status.SUSPENDED);
  }
}
