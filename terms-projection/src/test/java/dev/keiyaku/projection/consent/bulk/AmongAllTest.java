package dev.keiyaku.projection.consent.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.consent.bulk.Answering.When;
import dev.keiyaku.projection.consent.known.KnownContracts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * Answers about all agree with the events of each, over random terms, contracts, acts and
 * corrections: as of any instant, as known at any.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmongAllTest {

  private final ReadSide readSide = ReadSide.start();
  private final KnownContracts known = readSide.bean(KnownContracts.class);
  private final Map<String, SubscriptionTimeline> lives = new TreeMap<>();

  @AfterAll
  void stop() {
    readSide.close();
  }

  @RepeatedTest(20)
  void whoStandsHowToAVersionIsWhatTheirEventsSay(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var book = RandomBook.of(random);
    tell(random, book);
    var isp = random.nextInt(3) == 0 ? RandomContracts.ISP : null;
    var rows = new ByRows(readSide, book, isp);
    var events = new ByEvents(of(isp), book);
    for (int i = 0; i < 6; i++) {
      var when = when(random, book);
      for (var version : book.versions()) {
        for (var standing : Standing.values()) {
          assertThat(rows.standing(version, standing, when))
              .as("%s %s %s, seed %s", standing, version, when, run.getCurrentRepetition())
              .isEqualTo(events.standing(version, standing, when));
        }
      }
    }
  }

  @RepeatedTest(20)
  void whoseConsentNamesWhatIsWhatTheirEventsSay(RepetitionInfo run) {
    var random = new Random(100 + run.getCurrentRepetition());
    var book = RandomBook.of(random);
    tell(random, book);
    var isp = random.nextInt(3) == 0 ? RandomContracts.ISP : null;
    var rows = new ByRows(readSide, book, isp);
    var events = new ByEvents(of(isp), book);
    for (int i = 0; i < 6; i++) {
      var when = when(random, book);
      for (var path : List.of(Answering.ITEM, "art15/p1/i4")) {
        for (boolean latest : new boolean[] {true, false}) {
          var basis = random.nextInt(3) == 0 ? null : AcceptanceBasis.values()[random.nextInt(2)];
          assertThat(rows.holders(path, latest, basis, when))
              .as("%s latest %s of %s %s", path, latest, basis, when)
              .isEqualTo(events.holders(path, latest, basis, when));
        }
      }
    }
  }

  /** Later facts change no answer as known before; without it they change what they say. */
  @RepeatedTest(10)
  void whatIsRecordedLaterDoesNotChangeWhatWasKnown(RepetitionInfo run) {
    var random = new Random(200 + run.getCurrentRepetition());
    var book = RandomBook.of(random);
    var contracts = tell(random, book);
    var then = RandomContracts.START.plus(Duration.ofDays(3000));
    var asked = new When(contracts.instant(), then.minusMillis(1));
    var now = new When(asked.asOf(), null);
    var before = new ByRows(readSide, book, null).all(book, asked);
    assertThat(new ByRows(readSide, book, null).all(book, now)).isEqualTo(before);

    lives.replaceAll((id, life) -> contracts.more(life, then, random.nextInt(4)));
    lives.values().forEach(known::put);

    assertThat(new ByRows(readSide, book, null).all(book, asked)).isEqualTo(before);
    assertThat(new ByRows(readSide, book, null).all(book, now))
        .isEqualTo(new ByEvents(lives, book).all(book, now));
  }

  /** What is effective later only changes nothing before it, however late it is learned. */
  @RepeatedTest(10)
  void factsOfLaterTimesDoNotChangeEarlierAnswers(RepetitionInfo run) {
    var random = new Random(300 + run.getCurrentRepetition());
    var book = RandomBook.of(random);
    var contracts = tell(random, book);
    var now = new When(contracts.instant(), null);
    var before = new ByRows(readSide, book, null).all(book, now);

    var then = RandomContracts.START.plus(Duration.ofDays(3000));
    lives.replaceAll((id, life) -> {
      var later = contracts.more(life, then, random.nextInt(4));
      return onlyEffectiveAfter(now.asOf(), life, later);
    });
    lives.values().forEach(known::put);

    assertThat(new ByRows(readSide, book, null).all(book, now)).isEqualTo(before);
  }

  /** Of the later entries those that hold after an instant and correct nothing. */
  private static SubscriptionTimeline onlyEffectiveAfter(
      Instant asOf, SubscriptionTimeline life, SubscriptionTimeline later) {
    var kept = life;
    for (var entry : later.entries().subList(life.entries().size(), later.entries().size())) {
      if (entry.event() instanceof TermsAccepted act && act.effectiveAt().isAfter(asOf)) {
        kept =
            kept.plus(
                new RecordedEvent<>(
                    entry.eventId(), kept.version() + 1, entry.recordedAt(), entry.event()));
      }
    }
    return kept;
  }

  private RandomContracts tell(Random random, RandomBook book) {
    readSide.sql().sql("TRUNCATE projection.known_contract, projection.known_act").update();
    lives.clear();
    var contracts = new RandomContracts(random, book);
    for (int i = 0; i < 25; i++) {
      var id = "s%02d".formatted(i);
      lives.put(id, contracts.life(id));
    }
    lives.values().forEach(known::put);
    return contracts;
  }

  private Map<String, SubscriptionTimeline> of(@Nullable String isp) {
    var those = new TreeMap<>(lives);
    those
        .values()
        .removeIf(life -> isp != null && !isp.equals(life.applied().orElseThrow().belongsToIsp()));
    return those;
  }

  private static When when(Random random, RandomBook book) {
    var contracts = new RandomContracts(random, book);
    return new When(contracts.instant(), RandomContracts.sometimes(random, contracts.instant()));
  }
}
