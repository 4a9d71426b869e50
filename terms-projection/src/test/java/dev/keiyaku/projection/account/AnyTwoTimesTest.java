package dev.keiyaku.projection.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, search and single reads against a naive model, over random lives at random instants. */
class AnyTwoTimesTest {

  private static final int LIVES = 40;
  private static final int INSTANTS = 12;
  private static final Caller AUDITOR = new Caller("a", Role.AUDITOR, "a", null, "0");

  private final ReadSide readSide = ReadSide.shared();
  private final Map<String, SubscriptionTimeline> lives = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsAndSearchesSayWhatTheNaiveModelSays(long seed) {
    var isp = "ISP-random-" + seed;
    var random = new RandomLives(seed, isp);
    for (int i = 0; i < LIVES; i++) {
      project(random.life());
    }
    for (int i = 0; i < INSTANTS; i++) {
      var asOf = random.instant();
      single(asOf, random.instant());
      search(isp, asOf);
    }
  }

  private void project(SubscriptionTimeline timeline) {
    var by = new Provenance("a", "agent", "c", null, null, null);
    var projector = readSide.bean(AccountProjector.class);
    timeline.entries().forEach(entry -> projector.on(TimelineEntry.of(entry, 1, by)));
    lives.put(timeline.entries().getFirst().event().subscriptionId(), timeline);
  }

  private void single(Instant asOf, Instant knownAt) {
    lives.forEach((id, timeline) -> {
      var naive = new NaiveModel(timeline.entries());
      agrees(naive, account(id, new Moment(asOf, null)), asOf);
      if (!naive.knownAt(knownAt).entries().isEmpty()) {
        agrees(naive.knownAt(knownAt), account(id, new Moment(asOf, knownAt)), asOf);
      }
    });
  }

  private static void agrees(NaiveModel naive, Account account, Instant asOf) {
    var state = account.at(asOf);
    assertThat(state.status()).as("%s at %s", naive, asOf).isEqualTo(naive.status(asOf));
    assertThat(state.open().stream().map(Suspension::suspensionId).collect(Collectors.toSet()))
        .as("%s at %s", naive, asOf)
        .isEqualTo(naive.open(asOf));
    assertThat(account.flags(asOf)).as("%s at %s", naive, asOf).isEqualTo(naive.flags(asOf));
    var next = state.nextChange();
    assertThat(next == null ? null : next.at())
        .as("%s at %s", naive, asOf)
        .isEqualTo(naive.nextChange(asOf));
    if (next != null) {
      assertThat(next.status()).isEqualTo(naive.status(next.at()));
    }
  }

  private void search(String isp, Instant asOf) {
    for (var status : Status.values()) {
      assertThat(found(isp, status, null, null, null, null, asOf))
          .as("%s at %s", status, asOf)
          .isEqualTo(expected(naive -> naive.status(asOf) == status));
    }
    for (var ground : SuspensionGround.values()) {
      assertThat(found(isp, null, ground, null, null, null, asOf))
          .as("%s at %s", ground, asOf)
          .isEqualTo(expected(naive -> grounds(naive, asOf).contains(ground)));
    }
    for (var flag : Flag.values()) {
      assertThat(found(isp, null, null, null, null, flag, asOf))
          .as("%s at %s", flag, asOf)
          .isEqualTo(expected(naive -> naive.flags(asOf).contains(flag)));
    }
    for (var version : List.of(Scenes.OLD, Scenes.NEW)) {
      assertThat(found(isp, null, null, version, null, null, asOf))
          .as("%s at %s", version, asOf)
          .isEqualTo(expected(naive -> version.equals(naive.accepted(asOf))));
      assertThat(found(isp, null, null, null, version, null, asOf))
          .as("bound by %s at %s", version, asOf)
          .isEqualTo(bound(version, asOf));
    }
  }

  private static Set<SuspensionGround> grounds(NaiveModel naive, Instant asOf) {
    var open = naive.open(asOf);
    return SubscriptionTimeline.of(naive.entries()).life().suspensions().stream()
        .filter(suspension -> open.contains(suspension.suspensionId()))
        .map(Suspension::ground)
        .collect(Collectors.toSet());
  }

  private Set<String> expected(Predicate<NaiveModel> holds) {
    return lives.entrySet().stream()
        .filter(life -> holds.test(new NaiveModel(life.getValue().entries())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> bound(String version, Instant asOf) {
    var bindings = new Bindings("mysecure", readSide.bean(TermsCatalogue.class).of("mysecure"));
    return lives.keySet().stream()
        .filter(id -> {
          var account = account(id, new Moment(asOf, null));
          var binding =
              bindings.of(account.beginsAt(), account.endsAt(), account.acceptances(), asOf);
          return version.equals(binding.version());
        })
        .collect(Collectors.toSet());
  }

  /** Every page, a few at a time. */
  private Set<String> found(
      String isp,
      @Nullable Status status,
      @Nullable SuspensionGround ground,
      @Nullable String accepted,
      @Nullable String bound,
      @Nullable Flag flag,
      Instant asOf) {
    var ids = new ArrayList<String>();
    var search = readSide.bean(AccountSearch.class);
    String after = "";
    while (true) {
      var page =
          search.page(
              new Search(
                  isp, null, status, ground, null, null, accepted, bound, flag, asOf, after, 7));
      page.items().forEach(account -> ids.add(account.subscriptionId()));
      if (page.next() == null) {
        assertThat(page.count().value()).isEqualTo(ids.size());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        return Set.copyOf(ids);
      }
      after = ids.getLast();
    }
  }

  private Account account(String id, Moment moment) {
    return readSide.bean(VisibleAccounts.class).account(id, moment, AUDITOR);
  }
}
