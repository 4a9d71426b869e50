package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Caller;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Who sent a command: put into its metadata at the edge, as strings, and kept with its events. */
public final class Sender {

  private static final String ISP = "isp";

  private Sender() {}

  static Map<String, Object> metadata(Caller caller) {
    var metadata = new HashMap<String, Object>();
    metadata.put("actor", caller.actor());
    metadata.put("role", caller.role().claim());
    metadata.put("client", caller.client());
    metadata.put("correlationId", caller.correlationId());
    if (caller.isp() != null) {
      metadata.put(ISP, caller.isp());
    }
    return metadata;
  }

  /** The partner ISP that the sender is bound to; null when it is bound to none. */
  public static @Nullable String boundTo(MetaData sent) {
    return (String) sent.get(ISP);
  }
}
