package dev.keiyaku.http.edge;

import dev.keiyaku.http.Service;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rows of the access table this process answers, and how long it waits for what is sent.
 *
 * @param service {@code write}, {@code read} or {@code gateway}
 * @param bodyPatience within which a body must be here, from its first byte to its last
 * @param commandsPerProcessor how many POST are worked on at a time, at most, for each processor
 */
@ConfigurationProperties("keiyaku.http")
record EdgeSettings(
    @DefaultValue("gateway") Service service,
    @DefaultValue("15s") Duration bodyPatience,
    @DefaultValue("32") int commandsPerProcessor) {

  int commandsAtATime() {
    return commandsPerProcessor * Runtime.getRuntime().availableProcessors();
  }
}
