package dev.keiyaku.projection;

import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.campaign.CampaignEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.append.AppendBatch;
import dev.keiyaku.eventstore.append.EventRow;
import dev.keiyaku.eventstore.append.GroupAppender;
import dev.keiyaku.eventstore.append.WriterKey;
import dev.keiyaku.eventstore.vault.MasterKey;
import dev.keiyaku.eventstore.vault.TinkVault;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes events as the write side does, under its role, at any recorded time. */
public final class Recorder implements AutoCloseable {

  private final GroupAppender appender;
  private final TinkVault vault;
  private final Map<String, Long> versions = new HashMap<>();

  Recorder(TestDatabase database) {
    var properties = database.properties(DatabaseRole.WRITER);
    var source = database.as(DatabaseRole.WRITER);
    appender = new GroupAppender(source, WriterKey.of(key(properties, "keiyaku.writer-key")));
    vault =
        new TinkVault(
            JdbcClient.create(source),
            Clock.systemUTC(),
            MasterKey.of(key(properties, "keiyaku.vault.master-key")));
  }

  @Override
  public void close() {
    appender.close();
  }

  /** Records a fact; gives its event id. */
  public String record(Instant recordedAt, DomainEvent event) {
    return record(recordedAt, event, null);
  }

  /** Records a fact by a client that is bound to an ISP. */
  public String record(Instant recordedAt, DomainEvent event, @Nullable String isp) {
    var name = EventNames.nameOf(event.getClass());
    var payload = EventJson.mapper().writeValueAsString(event);
    return append(stream(event), type(event), name, event.effectiveAt(), recordedAt, payload, isp);
  }

  /** Records an event of any name, known to the contract or not. */
  public String recordRaw(String stream, String name, String payload, Instant recordedAt) {
    return append(
        stream,
        "Subscription",
        new EventNames.Name(name, 1),
        recordedAt,
        recordedAt,
        payload,
        null);
  }

  /** Seals a text as the write side does. */
  public SealedText seal(String subscriber, String purpose, String text) {
    return vault.seal(subscriber, purpose, text);
  }

  /** The version of a stream. */
  public long version(String stream) {
    return versions.getOrDefault(stream, -1L);
  }

  private String append(
      String stream,
      String type,
      EventNames.Name name,
      @Nullable Instant effectiveAt,
      Instant recordedAt,
      String payload,
      @Nullable String isp) {
    var id = Uuid7.text();
    var row =
        new EventRow(
            id,
            type,
            stream,
            versions.merge(stream, 0L, (last, _) -> last + 1),
            name.name(),
            name.revision(),
            effectiveAt,
            recordedAt,
            payload,
            metadata(isp));
    appender.append(new AppendBatch(List.of(row), List.of(), null));
    return id;
  }

  private static String key(Map<String, String> properties, String name) {
    return Objects.requireNonNull(properties.get(name), name);
  }

  private static String metadata(@Nullable String isp) {
    var metadata = new HashMap<String, String>();
    metadata.put("actor", "someone");
    metadata.put("role", "provisioning");
    metadata.put("client", "a-client");
    metadata.put("correlationId", "4bf92f3577b34da6a3ce929d0e0e4736");
    metadata.put("causationId", Uuid7.text());
    if (isp != null) {
      metadata.put("isp", isp);
    }
    return EventJson.mapper().writeValueAsString(metadata);
  }

  private static String stream(DomainEvent event) {
    return switch (event) {
      case SubscriptionEvent of -> of.subscriptionId();
      case TermsEvent of -> of.document();
      case TermsDraftEvent of -> TermsDraftEvent.stream(of.document());
      case CampaignEvent of -> of.campaignId();
      default -> throw new IllegalArgumentException(event.getClass().getName());
    };
  }

  private static String type(DomainEvent event) {
    return switch (event) {
      case TermsEvent _ -> "TermsDocument";
      case TermsDraftEvent _ -> "TermsDrafts";
      case CampaignEvent _ -> "Campaign";
      default -> "Subscription";
    };
  }
}
