package dev.keiyaku.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.append.EventMac;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendTest {

  private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2023-06-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext service = Services.writer(database);
  private String id = Uuid7.text();

  @BeforeEach
  void anotherStream() {
    id = Uuid7.text();
  }

  @AfterAll
  void stop() {
    service.close();
    database.close();
  }

  private <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  private long send(Object command) {
    var request = new AppendRequest();
    var message =
        new GenericCommandMessage<>(command, Map.of(AppendRequest.KEY, request, "actor", "taro"));
    bean(CommandGateway.class).sendAndWait(message);
    return request.position();
  }

  private Receipt receipt(String key) {
    byte[] mac = bean(Receipts.class).mac("the request".getBytes(UTF_8));
    return new Receipt("agent", key, mac, 201, "/v1/subscriptions/" + id, 0, "{}");
  }

  private List<StoredEvent> stored(String stream) {
    return bean(StoredEvents.class).ofAggregate(stream);
  }

  @Test
  void eventsClaimsAndReceiptAreOneRequest() {
    String key = Uuid7.text();
    long position =
        send(new Account.Open(id, List.of(new Claim("C1|P1", id, MAY, null)), receipt(key)));

    StoredEvent event = stored(id).getFirst();
    assertThat(event.globalIndex()).isEqualTo(position);
    assertThat(event.name()).isEqualTo("subscription.activated");
    assertThat(event.effectiveAt()).isEqualTo(Account.LONG_AGO);
    assertThat(event.recordedBy()).containsEntry("actor", "taro").containsKey("causationId");
    assertThat(event.payload())
        .isEqualTo(
            """
            {"effectiveAt":"2023-07-01T00:00:00Z","subscriptionId":"%s","vendorAccountReference":"opened"}\
            """
                .formatted(id));
    StoredReceipt found = bean(Receipts.class).find("agent", key).orElseThrow();
    assertThat(found.position()).isEqualTo(position);
    assertThat(found.receipt().requestMac())
        .isEqualTo(bean(Receipts.class).mac("the request".getBytes(UTF_8)));
    assertThat(found.recordedAt()).isEqualTo(event.recordedAt());
  }

  @Test
  void aTakenClaimNamesItsHolderAndNothingIsWritten() {
    String other = Uuid7.text();
    String key = Uuid7.text();
    send(new Account.Open(id, List.of(new Claim("C2|P1", id, MAY, null)), null));

    assertThatThrownBy(() ->
            send(
                new Account.Open(
                    other, List.of(new Claim("C2|P1", other, JUNE, null)), receipt(key))))
        .isInstanceOfSatisfying(
            ClaimTakenException.class,
            taken -> {
              assertThat(taken.key()).isEqualTo("C2|P1");
              assertThat(taken.holder()).isEqualTo(id);
            });
    assertThat(stored(other)).isEmpty();
    assertThat(bean(Receipts.class).find("agent", key)).isEmpty();
  }

  @Test
  void aClaimThatEndsMakesWayFromItsEndOn() {
    String next = Uuid7.text();
    send(new Account.Open(id, List.of(new Claim("C3|P1", id, MAY, null)), null));
    send(new Account.Note(id, "ends", List.of(new Claim("C3|P1", id, MAY, JUNE)), null));

    assertThat(send(new Account.Open(next, List.of(new Claim("C3|P1", next, JUNE, null)), null)))
        .isPositive();
  }

  @Test
  void aReleasedClaimIsFreeOverAllTime() {
    String next = Uuid7.text();
    send(new Account.Open(id, List.of(new Claim("C4|P1", id, MAY, null)), null));
    send(new Account.Note(id, "voided", List.of(Claim.released("C4|P1", id)), null));

    assertThat(send(new Account.Open(next, List.of(new Claim("C4|P1", next, MAY, null)), null)))
        .isPositive();
  }

  @Test
  void aKeyThatSucceededIsRefusedAndNothingIsWritten() {
    String key = Uuid7.text();
    send(new Account.Open(id, List.of(), receipt(key)));

    assertThatThrownBy(() -> send(new Account.Note(id, "again", List.of(), receipt(key))))
        .isInstanceOfSatisfying(
            ReceiptExistsException.class,
            exists -> {
              assertThat(exists.client()).isEqualTo("agent");
              assertThat(exists.key()).isEqualTo(key);
            });
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void aReceiptWithoutAnEventIsRefusedAndNotLost() {
    String key = Uuid7.text();
    send(new Account.Open(id));

    assertThatThrownBy(() -> send(new Account.Idle(id, receipt(key))))
        .hasMessageContaining("needs an event beside it");
    assertThat(bean(Receipts.class).find("agent", key)).isEmpty();
  }

  @Test
  void aStreamThatExistsIsNotBegunAgain() {
    send(new Account.Open(id));
    assertThatThrownBy(() -> send(new Account.Open(id)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void aVersionIsTakenOnce() {
    send(new Account.Open(id));
    send(new Account.Note(id, "first"));
    EventStorageEngine engine = bean(EventStorageEngine.class);
    var late =
        new GenericDomainEventMessage<>(
            "Subscription", id, 1, stored(id).getLast().event(), Map.of("actor", "hanako"));

    assertThatThrownBy(() -> engine.appendEvents(List.of(late)))
        .isExactlyInstanceOf(ConcurrencyException.class);
    assertThat(stored(id)).hasSize(2);
  }

  @Test
  void theClaimedKeyIsNotStoredReadably() {
    send(new Account.Open(id, List.of(new Claim("C5|P1", id, MAY, null)), null));
    var keys =
        JdbcClient.create(database.admin())
            .sql("SELECT encode(key, 'escape') FROM events.claim")
            .query(String.class)
            .list();
    assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("C5"));
  }

  @Test
  void everyRowCarriesItsWritersMac() {
    send(new Account.Open(id));
    assertThat(stored(id)).allMatch(bean(EventMac.class)::verify);
  }

  @Test
  void aChangedRowIsNoticedWhicheverColumnItIs() {
    send(new Account.Open(id));
    long index = stored(id).getFirst().globalIndex();
    var damages =
        List.of(
            "payload = replace(payload, 'opened', 'closed')",
            "metadata = replace(metadata, 'taro', 'jiro')",
            "effective_at = effective_at + interval '1 microsecond'",
            "recorded_at = recorded_at - interval '1 day'",
            "name = 'subscription.cancelled'",
            "revision = 2",
            "sequence = 7",
            "aggregate_id = aggregate_id || 'x'",
            "aggregate_type = 'TermsDocument'",
            "event_id = gen_random_uuid()");
    for (String damage : damages) {
      assertThat(damaged(index, damage))
          .get()
          .isNotNull()
          .matches(e -> !bean(EventMac.class).verify(e));
    }
  }

  /**
   * The row as it would be with the damage; only a superuser who switches triggers off can do it.
   */
  private Optional<StoredEvent> damaged(long index, String damage) {
    JdbcClient.create(database.admin())
        .sql(
            "BEGIN; SET LOCAL session_replication_role = replica; CREATE TABLE IF NOT EXISTS"
                + " public.kept AS SELECT * FROM events.event LIMIT 0; TRUNCATE public.kept; INSERT"
                + " INTO public.kept SELECT * FROM events.event WHERE global_index = "
                + index
                + "; UPDATE events.event SET "
                + damage
                + " WHERE global_index = "
                + index
                + "; COMMIT")
        .update();
    var found = bean(StoredEvents.class).page(index - 1, 1).stream().findFirst();
    JdbcClient.create(database.admin())
        .sql(
            "BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM events.event WHERE"
                + " global_index = "
                + index
                + "; INSERT INTO events.event OVERRIDING SYSTEM VALUE SELECT * FROM public.kept;"
                + " COMMIT")
        .update();
    return found;
  }

  @Test
  void aRequestIsAppendedOnce() {
    var request = new AppendRequest();
    request.appendedAt(1);
    assertThatThrownBy(() -> request.claim(new Claim("k", "h", MAY, null)))
        .isInstanceOf(IllegalStateException.class);
  }
}
