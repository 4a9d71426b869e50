package dev.keiyaku.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.ReceiptExistsException;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.append.NaiveStore.Refusal;
import dev.keiyaku.eventstore.append.RandomGroups.Ask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random groups against a naive model. There is an order in which the model accepts exactly the
 * requests that passed; whoever was refused was told what stood against them in that order; and the
 * tables are the model's.
 */
class RandomGroupsTest {

  private static final Map<Refusal, Class<? extends Throwable>> TOLD =
      new EnumMap<>(
          Map.of(
              Refusal.EXISTS, AggregateStreamCreationException.class,
              Refusal.VERSION, ConcurrencyException.class,
              Refusal.CLAIM, ClaimTakenException.class,
              Refusal.RECEIPT, ReceiptExistsException.class,
              Refusal.PREMISE, ConcurrencyException.class,
              Refusal.UNSTORABLE, EventStoreException.class));

  private final TestDatabase database = Schema.fresh();
  private final HikariDataSource source = pool(database);
  private final GroupStatement statement = new GroupStatement(Requests.KEY);
  private final GroupWriter writer = new GroupWriter(source, statement, () -> {});
  private final EventMac mac = new EventMac(Requests.KEY);
  private final StoredTables tables = new StoredTables(JdbcClient.create(source), statement::hash);
  private final PostgresReceipts receipts =
      new PostgresReceipts(JdbcClient.create(source), Requests.KEY);
  private final Map<Refusal, Integer> met = new EnumMap<>(Refusal.class);
  private int histories;

  private static HikariDataSource pool(TestDatabase database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.credentials(DatabaseRole.WRITER).user());
    pool.setPassword(database.credentials(DatabaseRole.WRITER).password());
    pool.setMaximumPoolSize(3);
    return pool;
  }

  @AfterEach
  void drop() {
    source.close();
    database.close();
  }

  @Test
  void eachGetsItsOwnTrueAnswerAndTheTablesAreTheModels() {
    RandomGroups.each(history -> {
      var begin = "h" + histories++ + "-";
      var model = new NaiveStore();
      history.forEach(group -> expect(group, model, begin));
      tables.expect(model, begin);
    });
    assertThat(met).as("every kind of refusal was met, often").hasSize(Refusal.values().length);
    assertThat(met.values()).allMatch(times -> times > 10);
  }

  private void expect(List<Ask> asks, NaiveStore model, String begin) {
    var batches = asks.stream().map(ask -> batch(ask, model, begin)).toList();
    var group = batches.stream().map(batch -> PendingAppend.of(batch, mac)).toList();
    writer.write(group);

    var passed = new HashMap<AppendBatch, Long>();
    var refused = new ArrayList<Refused>();
    for (var each : group) {
      try {
        passed.put(each.batch(), each.answer());
      } catch (RuntimeException e) {
        refused.add(new Refused(each.batch(), e));
      }
    }
    refused.forEach(each -> each.look(model));
    for (var batch : inAnOrderThatPasses(batches, passed.keySet(), model)) {
      model.write(batch);
      refused.forEach(each -> each.look(model));
    }
    refused.forEach(each -> each.lookAtTheGroup(batches));
    refused.forEach(Refused::expectTheTruth);
    var indexes = tables.indexes(begin);
    passed.forEach((batch, position) ->
        assertThat(position)
            .as("of its own last event")
            .isEqualTo(indexes.get(batch.events().getLast().eventId())));
  }

  /** Whoever nothing stands against goes next; in the end nobody may be left. */
  private static List<AppendBatch> inAnOrderThatPasses(
      List<AppendBatch> group, Set<AppendBatch> passed, NaiveStore before) {
    var model = copy(before);
    var order = new ArrayList<AppendBatch>();
    var left = new ArrayList<>(group);
    left.retainAll(passed);
    boolean more = true;
    while (more) {
      var next = left.stream().filter(batch -> model.against(batch).isEmpty()).findFirst();
      more = next.isPresent();
      next.ifPresent(batch -> {
        model.write(batch);
        order.add(batch);
        left.remove(batch);
      });
    }
    assertThat(left).as("passed, and the model would have none of it").isEmpty();
    return order;
  }

  private static NaiveStore copy(NaiveStore of) {
    var copy = new NaiveStore();
    of.streams.forEach((stream, events) -> copy.streams.put(stream, new ArrayList<>(events)));
    copy.receipts.putAll(of.receipts);
    copy.claims.putAll(of.claims);
    copy.keys.putAll(of.keys);
    return copy;
  }

  private static AppendBatch batch(Ask ask, NaiveStore model, String begin) {
    var stream = begin + ask.stream();
    int version = Math.max(0, model.version(stream) + 1 - ask.behind());
    var rows =
        LongStream.range(version, version + ask.events())
            .mapToObj(sequence -> row(stream, sequence, ask.unstorable() ? "\0" : "{}"))
            .toList();
    var claims =
        ask.claim() < 0 ? List.<Claim>of() : List.of(claim(begin + "c" + ask.claim(), stream, ask));
    var receipt =
        ask.key() < 0
            ? null
            : new Receipt(
                "agent", begin + ask.key(), new byte[] {(byte) ask.bytes()}, 201, null, 0, "{}");
    var keys =
        ask.subject() < 0
            ? List.<NewKey>of()
            : List.of(
                new NewKey(Uuid7.text(), begin + ask.subject(), new byte[] {1}, Instant.EPOCH));
    return new AppendBatch(rows, claims, receipt, keys, premises(ask, model, begin + 0));
  }

  private static EventRow row(String stream, long sequence, String payload) {
    return new EventRow(
        Uuid7.text(), "T", stream, sequence, "n", 1, null, Instant.EPOCH, payload, "{}");
  }

  private static Claim claim(String key, String holder, Ask ask) {
    var from = Instant.EPOCH.plusSeconds(ask.from());
    return new Claim(key, holder, from, ask.lasts() == 5 ? null : from.plusSeconds(ask.lasts()));
  }

  private static Set<Premise> premises(Ask ask, NaiveStore model, String restedOn) {
    return ask.premise() < 0 || ask.stream() == 0
        ? Set.of()
        : Set.of(
            new Premise.StreamStands(
                restedOn, Math.max(-1, model.version(restedOn) - ask.premise())));
  }

  /** One that was refused, and what stood against it. */
  private final class Refused {

    private final AppendBatch batch;
    private final RuntimeException why;
    private final Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
    private final Set<String> holders = new HashSet<>();
    private byte[] first = {};

    Refused(AppendBatch batch, RuntimeException why) {
      this.batch = batch;
      this.why = why;
    }

    void look(NaiveStore model) {
      reasons.addAll(model.against(batch));
      batch.claims().forEach(claim -> holders.addAll(model.holdersAgainst(claim)));
      if (batch.receipt() != null) {
        var stored = model.receipts.get(batch.receipt().idempotencyKey());
        first = stored == null ? first : stored.requestMac();
      }
    }

    /** To be told to decide again is harmless: another of the group may have been in the way. */
    void lookAtTheGroup(List<AppendBatch> group) {
      var all = new NaiveStore();
      group.stream().filter(other -> other != batch).forEach(all::write);
      boolean sameSubject =
          batch.keys().stream().anyMatch(key -> all.keys.containsKey(key.subject()));
      boolean appended =
          batch.premises().stream()
              .anyMatch(premise ->
                  premise instanceof Premise.StreamStands stands
                      && all.streams.containsKey(stands.stream()));
      if (sameSubject || appended) {
        reasons.add(Refusal.PREMISE);
      }
    }

    void expectTheTruth() {
      assertThat(reasons).as("refused, and nothing stood against it: %s", why).isNotEmpty();
      var fitting = reasons.stream().filter(reason -> TOLD.get(reason) == why.getClass()).toList();
      assertThat(fitting).as("%s, and it was told %s", reasons, why).isNotEmpty();
      fitting.forEach(reason -> met.merge(reason, 1, Integer::sum));
      if (why instanceof ClaimTakenException taken) {
        assertThat(holders).contains(taken.holder());
      } else if (why instanceof ReceiptExistsException exists) {
        var found = receipts.find(exists.client(), exists.key()).orElseThrow();
        assertThat(found.receipt().requestMac()).as("whose answer it is").isEqualTo(first);
      }
    }
  }
}
