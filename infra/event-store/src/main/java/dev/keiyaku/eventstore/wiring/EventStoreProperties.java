package dev.keiyaku.eventstore.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the event store.
 *
 * @param tick how often to look for events of other processes that no notification told of
 * @param processingSchema where processors keep tokens and dead letters; null where none run
 */
@ConfigurationProperties("keiyaku.event-store")
public record EventStoreProperties(
    @DefaultValue("500ms") Duration tick, @Nullable String processingSchema) {}
