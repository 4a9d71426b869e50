package dev.keiyaku.standalone.launch;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What is needed to start one service: its own Boot jar, the same as in production. */
record Service(String name, URI address, List<String> command, Map<String, String> environment) {

  URI health() {
    return address.resolve("/actuator/health/readiness");
  }
}
