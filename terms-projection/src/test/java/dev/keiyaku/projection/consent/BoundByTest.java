package dev.keiyaku.projection.consent;

import static dev.keiyaku.projection.consent.TermsBook.DOCUMENT;
import static dev.keiyaku.projection.consent.TermsBook.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Search and single answers agree on what binds, over random terms, contracts and acts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundByTest {

  private static final Instant START = day("2023-01-01");
  private static final int MONTHS = 8;

  private final TestDatabase database = TestDatabase.fresh();
  private final SingleConnectionDataSource connection = connection();
  private final JdbcClient jdbc = JdbcClient.create(connection);

  /** A contract with its acts. */
  private record Contracted(
      String id, @Nullable Instant begin, @Nullable Instant end, List<Acceptance> acts) {}

  BoundByTest() {
    var owner = database.credentials(DatabaseRole.OWNER);
    Flyway.configure()
        .dataSource(database.url(), owner.user(), owner.password())
        .defaultSchema("projection")
        .createSchemas(false)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("classpath:db/migration/projection")
        .load()
        .migrate();
  }

  /** One for some ten thousand questions. */
  private SingleConnectionDataSource connection() {
    var role = database.credentials(DatabaseRole.PROJECTOR);
    return new SingleConnectionDataSource(database.url(), role.user(), role.password(), true);
  }

  @AfterAll
  void drop() {
    connection.destroy();
    database.close();
  }

  @RepeatedTest(25)
  void sqlAndJavaAgree(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var terms = terms(random);
    var contracts = contracts(random, terms);
    store(contracts);
    for (var at : instants(random, terms)) {
      for (var version : terms.history().all()) {
        assertThat(found(terms, version.name(), at))
            .as("bound by %s at %s, seed %s", version.name(), at, run.getCurrentRepetition())
            .containsExactlyInAnyOrderElementsOf(computed(contracts, terms, version.name(), at));
      }
    }
  }

  private List<@Nullable String> found(TermsBook terms, String version, Instant at) {
    var boundBy = BoundBy.of(DOCUMENT, terms.history(), version, at);
    return jdbc.sql("SELECT subscription_id FROM projection.account account WHERE " + boundBy.sql())
        .params(boundBy.parameters())
        .query(String.class)
        .list();
  }

  private static List<String> computed(
      List<Contracted> contracts, TermsBook terms, String version, Instant at) {
    var bindings = new Bindings(DOCUMENT, terms.history());
    return contracts.stream()
        .filter(each -> {
          var binding = bindings.of(each.begin(), each.end(), each.acts(), at);
          return version.equals(binding.version());
        })
        .map(Contracted::id)
        .toList();
  }

  private static TermsBook terms(Random random) {
    var terms = TermsBook.empty();
    if (random.nextBoolean()) {
      terms = terms.version("open", null, null);
    }
    for (int month = 1; month <= MONTHS; month += 1 + random.nextInt(3)) {
      var first = "2023-%02d-01".formatted(month);
      var before = terms.history().versions();
      if (!before.isEmpty() && random.nextInt(3) == 0) {
        terms = terms.correction(first, first, before.getLast().name());
        continue;
      }
      terms = terms.version(first, first, basis(random));
      if (random.nextInt(6) == 0) {
        terms = terms.withdrawn(first, day(first).minusMillis(1));
      }
      if (random.nextBoolean()) {
        terms = terms.notice(first, day(first).plus(Duration.ofMillis(random.nextInt(3) - 1)));
      }
    }
    return terms;
  }

  private static @Nullable AmendmentBasis basis(Random random) {
    int choice = random.nextInt(AmendmentBasis.values().length + 3);
    return choice == 0
        ? null
        : AmendmentBasis.values()[Math.max(0, choice - 1) % AmendmentBasis.values().length];
  }

  private static List<Contracted> contracts(Random random, TermsBook terms) {
    var contracts = new ArrayList<Contracted>();
    for (int i = 0; i < 30; i++) {
      var begin = random.nextInt(10) == 0 ? null : instant(random);
      var end = random.nextInt(3) == 0 ? instant(random) : null;
      contracts.add(new Contracted("s" + i, begin, end, acts(random, terms)));
    }
    return contracts;
  }

  private static List<Acceptance> acts(Random random, TermsBook terms) {
    var acts = new ArrayList<Acceptance>();
    int many = random.nextInt(4);
    for (int i = 0; i < many; i++) {
      var versions = terms.history().all();
      var version = versions.get(random.nextInt(versions.size())).name();
      var document = random.nextInt(8) == 0 ? "another" : DOCUMENT;
      acts.add(
          new Acceptance(
              "a" + i,
              "e" + i,
              new TermsReference(document, version, "sha"),
              AcceptanceBasis.values()[random.nextInt(2)],
              List.of(1),
              instant(random),
              null));
    }
    acts.sort(Comparator.comparing(Acceptance::acceptedAt));
    return acts;
  }

  /** Mostly around midnights of first days, to the millisecond. */
  private static Instant instant(Random random) {
    return random.nextBoolean()
        ? day("2023-%02d-01".formatted(1 + random.nextInt(MONTHS)))
            .plus(Duration.ofMillis(random.nextInt(3) - 1))
        : START.plus(Duration.ofHours(random.nextInt(MONTHS * 30 * 24)));
  }

  private static List<Instant> instants(Random random, TermsBook terms) {
    var instants = new ArrayList<Instant>();
    for (var version : terms.history().versions()) {
      if (version.effectiveAt() instanceof Instant start) {
        instants.addAll(List.of(start.minusMillis(1), start, start.plusMillis(1)));
      }
    }
    instants.add(instant(random));
    return instants;
  }

  private void store(List<Contracted> contracts) {
    jdbc.sql("DELETE FROM projection.account").update();
    for (var each : contracts) {
      jdbc.sql(
              "INSERT INTO projection.account (subscription_id, version, subscriber_id, product,"
                  + " channel_kind, begins_at, ends_at) VALUES (?, 0, 'C', 'MYSECURE',"
                  + " 'OWN_OFFICE', CAST(? AS timestamptz), CAST(? AS timestamptz))")
          .param(each.id())
          .param(text(each.begin()))
          .param(text(each.end()))
          .update();
      each.acts().forEach(act -> store(each.id(), act));
    }
  }

  private void store(String id, Acceptance act) {
    jdbc.sql(
            "INSERT INTO projection.acceptance (subscription_id, acceptance_id, event_id, document,"
                + " version, content_sha256, basis, items, accepted_at)"
                + " VALUES (?, ?, ?, ?, ?, 'sha', ?, '{1}', ?)")
        .params(
            id,
            act.acceptanceId(),
            act.eventId(),
            act.terms().document(),
            act.terms().version(),
            act.basis().name(),
            act.acceptedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
