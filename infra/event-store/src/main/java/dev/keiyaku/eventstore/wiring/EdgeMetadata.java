package dev.keiyaku.eventstore.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Who asked and from what, from the command onto its events. The cause is the command itself. */
final class EdgeMetadata implements CorrelationDataProvider {

  private static final List<String> NAMES =
      List.of("actor", "role", "client", "isp", "correlationId");

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    var carried = new HashMap<String, Object>();
    for (String name : NAMES) {
      Object value = message.getMetaData().get(name);
      if (value != null) {
        carried.put(name, value);
      }
    }
    carried.put("causationId", message.getIdentifier());
    return carried;
  }
}
