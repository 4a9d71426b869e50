package dev.keiyaku.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomLivesTest {

  @Property(tries = 150)
  void theStateHeldIsTheStateReplayed(@ForAll("lives") List<RandomLife.Step> steps) {
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

  @Property(tries = 150)
  void answersEqualANaiveBitemporalModel(@ForAll("lives") List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      steps.forEach(life::take);
      var timeline = SubscriptionTimeline.of(life.stored());
      for (var known : instants(life.now())) {
        var naive = NaiveLife.knownAt(life.stored(), known);
        var then = timeline.knownAt(known).life();
        for (var at : instants(life.now().plus(Duration.ofDays(10)))) {
          assertThat(then.at(at).status()).isEqualTo(naive.statusAt(at));
          assertUsableWhenNothingHinders(then.at(at));
        }
      }
    }
  }

  @Property(tries = 150)
  void nothingIsEffectiveAfterTheEndButWhatItOvertook(
      @ForAll("lives") List<RandomLife.Step> steps) {
    try (var life = new RandomLife()) {
      steps.forEach(life::take);
      var naive = new NaiveLife(life.stored());
      naive
          .end()
          .ifPresent(end -> {
            for (var entry : naive.known()) {
              var after = !naive.effective(entry).isBefore(naive.effective(end));
              if (after && !naive.voided(entry) && RandomLife.needsALiveContract(entry.event())) {
                assertThat(entry.event()).isInstanceOf(SubscriptionSuspended.class);
              }
            }
          });
    }
  }

  @Provide
  Arbitrary<List<RandomLife.Step>> lives() {
    var step =
        Combinators.combine(
                Arbitraries.of(RandomLife.Act.values()),
                Arbitraries.integers().between(-72, 72),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(1, 48))
            .as(RandomLife.Step::new);
    return step.list().ofMinSize(3).ofMaxSize(18);
  }

  private static void assertUsableWhenNothingHinders(State state) {
    var begun = state.status() == Status.ACTIVE || state.status() == Status.SUSPENDED;
    assertThat(state.usable()).isEqualTo(begun && state.open().isEmpty());
  }

  private static List<Instant> instants(Instant until) {
    return IntStream.range(0, 14).mapToObj(i -> until.minus(Duration.ofHours(31L * i))).toList();
  }
}
