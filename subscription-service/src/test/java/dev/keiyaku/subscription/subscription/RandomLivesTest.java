package dev.keiyaku.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.Objection;
import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.subscription.subscription.RandomLife.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomLivesTest {

  @Test
  void theStateHeldIsTheStateReplayed() {
    RandomLives.each(RandomLivesTest::isTheStateReplayed);
  }

  private static void isTheStateReplayed(List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      steps.forEach(step -> {
        life.take(step);
        var replayed = SubscriptionTimeline.of(life.stored());
        life.lastAnswer()
            .ifPresent(held -> assertThat(held).isEqualTo(replayed.life().at(life.now()).status()));
        assertThat(replayed.life().contradiction()).isEmpty();
      });
    }
  }

  @Test
  void answersEqualANaiveBitemporalModel() {
    RandomLives.each(RandomLivesTest::equalsTheNaiveModel);
  }

  private static void equalsTheNaiveModel(List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      steps.forEach(life::take);
      var timeline = SubscriptionTimeline.of(life.stored());
      for (var known : instants(life.now())) {
        var naive = NaiveLife.knownAt(life.stored(), known);
        var then = timeline.knownAt(known).life();
        for (var at : instants(life.now().plus(Duration.ofDays(10)))) {
          assertThat(then.at(at).status()).isEqualTo(naive.statusAt(at));
          assertUsableWhenNothingHinders(then.at(at));
          assertSameActs(then, naive, at);
        }
      }
    }
  }

  @Test
  void nothingIsEffectiveAfterTheEndButWhatItOvertook() {
    RandomLives.each(RandomLivesTest::endsWithItsEnd);
  }

  private static void endsWithItsEnd(List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      steps.forEach(life::take);
      var naive = new NaiveLife(life.stored());
      naive
          .end()
          .ifPresent(end -> {
            for (var entry : naive.known()) {
              var after = !naive.effective(entry).isBefore(naive.effective(end));
              if (after && !naive.voided(entry) && naive.needsTheContract(entry.event())) {
                assertThat(entry.event()).isInstanceOf(SubscriptionSuspended.class);
              }
            }
          });
    }
  }

  @Test
  void anEndContradictsWhatIsKnownToHoldAfterItAndNothingElse() {
    RandomLives.each(RandomLivesTest::endsUnlessItLivesOn);
  }

  private static void endsUnlessItLivesOn(List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      for (var step : steps) {
        life.take(step);
        var naive = new NaiveLife(life.stored());
        var timeline = SubscriptionTimeline.of(life.stored());
        if (naive.end().isEmpty() && timeline.life().application().isPresent()) {
          for (var entry : naive.known()) {
            var at = naive.effective(entry);
            assertThat(ended(timeline, at, life.now()).contradiction().isPresent())
                .isEqualTo(naive.livesOn(at, life.now()));
          }
        }
      }
    }
  }

  private static Life ended(SubscriptionTimeline timeline, Instant at, Instant now) {
    var end = new SubscriptionCancelled(Lifetime.ID, "c", at, null);
    return timeline.plus(new RecordedEvent<>("e", timeline.version() + 1, now, end)).life();
  }

  @Test
  void aLifeThatFailsIsToldWithoutTheStepsThatItFailsWithout() {
    assertThatThrownBy(() ->
            RandomLives.each(life ->
                assertThat(life).extracting(RandomLife.Step::act).doesNotContain(Act.RETIME)))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("Life \\d+, and no shorter one: \\[Step\\[act=RETIME[^\\[]*]]");
  }

  @Test
  void everySeedIsAlwaysTheSameLife() {
    assertThat(RandomLives.of(7)).isEqualTo(RandomLives.of(7)).isNotEqualTo(RandomLives.of(8));
  }

  private static void assertSameActs(Life life, NaiveLife naive, Instant at) {
    assertThat(life.objections().stream().filter(o -> o.standsAt(at)).map(Objection::objectionId))
        .containsExactlyInAnyOrderElementsOf(naive.objections(at));
    var withdrawals = life.consentWithdrawals();
    assertThat(
            withdrawals.stream()
                .filter(w -> w.holdsAt(at))
                .flatMap(w -> w.items().stream())
                .collect(Collectors.toSet()))
        .isEqualTo(naive.withdrawnItems(at));
    assertThat(withdrawals.stream().filter(w -> w.waitsAt(at)).map(ConsentWithdrawal::withdrawalId))
        .containsExactlyInAnyOrderElementsOf(naive.unsettled(at));
  }

  private static void assertUsableWhenNothingHinders(State state) {
    var begun = state.status() == Status.ACTIVE || state.status() == Status.SUSPENDED;
    assertThat(state.usable()).isEqualTo(begun && state.open().isEmpty());
  }

  private static List<Instant> instants(Instant until) {
    return IntStream.range(0, 14).mapToObj(i -> until.minus(Duration.ofHours(31L * i))).toList();
  }
}
