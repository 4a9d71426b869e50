package dev.keiyaku.standalone.authorization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that gets tokens by its own credentials.
 *
 * @param isp the partner ISP it is bound to; null for the operator's own
 */
public record Machine(String id, String role, @Nullable String isp) {

  /** All of them, as {@code infra/up} prints them. */
  public static final List<Machine> ALL =
      List.of(
          new Machine("provisioning", "provisioning", null),
          new Machine("provisioning-isp-a", "provisioning", "ISP-A"),
          new Machine("provisioning-isp-b", "provisioning", "ISP-B"),
          new Machine("agent", "agent", null),
          new Machine("agent-2", "agent", null),
          new Machine("auditor", "auditor", null),
          new Machine("legal", "legal", null),
          new Machine("legal-2", "legal", null),
          new Machine("operations", "operations", null));
}
