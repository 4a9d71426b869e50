package dev.keiyaku.projection.receipt;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.projection.Scenes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawnConsentTest {

  private static final Instant GIVEN = japan("2023-06-20T09:00");
  private static final Instant WITHDRAWN = japan("2023-08-01T12:00");

  @Test
  void itEndsTheItemFromItsInstantOnAndLeavesTheOthers() {
    assertThat(statuses(WITHDRAWN.minusMillis(1)))
        .containsExactly("dpv:ConsentGiven", "dpv:ConsentGiven", "dpv:ConsentGiven");
    assertThat(statuses(WITHDRAWN))
        .containsExactly("dpv:ConsentGiven", "dpv:ConsentWithdrawn", "dpv:ConsentGiven");
  }

  @Test
  void theActStaysOnRecord() {
    var record = records(WITHDRAWN).all().get(1);

    assertThat(record.events().stream().map(ConsentRecord.Event::state))
        .containsExactly("given", "withdrawn");
    assertThat(record.events().getLast().by()).isEqualTo("urn:keiyaku:subscriber:C1");
  }

  @Test
  void itTakesBackWhatEarlierActsGaveAndNotWhatIsGivenAgain() {
    var timeline =
        SubscriptionTimeline.of(
            List.of(
                new RecordedEvent<>("e0", 0, GIVEN, applied("s1", "C1", null, GIVEN)),
                new RecordedEvent<>("e1", 1, GIVEN, accepted("s1", "a1", Scenes.OLD, GIVEN)),
                new RecordedEvent<>("e2", 2, GIVEN, accepted("s1", "a2", Scenes.OLD, GIVEN)),
                new RecordedEvent<>(
                    "e3",
                    3,
                    WITHDRAWN,
                    Scenes.consentWithdrawn("s1", "w1", 3, "a2", Scenes.OLD, WITHDRAWN)),
                new RecordedEvent<>(
                    "e4",
                    4,
                    WITHDRAWN,
                    accepted("s1", "a3", Scenes.OLD, WITHDRAWN.plusSeconds(1)))));

    assertThat(Withdrawal.of(timeline))
        .containsExactly(
            new Withdrawal("e3", 3, "a1", WITHDRAWN, WITHDRAWN),
            new Withdrawal("e3", 3, "a2", WITHDRAWN, WITHDRAWN));
  }

  private static List<String> statuses(Instant at) {
    return records(at).all().stream().map(ConsentRecord::status).toList();
  }

  private static Records records(Instant at) {
    var timeline =
        SubscriptionTimeline.of(
            List.of(
                new RecordedEvent<>("e0", 0, GIVEN, applied("s1", "C1", null, GIVEN)),
                new RecordedEvent<>(
                    "e1",
                    1,
                    GIVEN,
                    HashedTerms.accepted("s1", "a1", Scenes.OLD, GIVEN, null, null))));
    var terms =
        TermsHistory.empty()
            .plus(new RecordedEvent<>("t0", 0, GIVEN, HashedTerms.published(Scenes.OLD)));
    var withdrawal = new Withdrawal("e2", 3, "a1", WITHDRAWN, WITHDRAWN);
    return new Records("C1", Act.of(timeline), List.of(withdrawal), terms, at);
  }
}
