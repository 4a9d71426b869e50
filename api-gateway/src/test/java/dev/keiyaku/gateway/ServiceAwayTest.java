package dev.keiyaku.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import org.junit.jupiter.api.Test;

class ServiceAwayTest {

  @Test
  void aServiceThatIsAwayIsA503ThatSaysWhenToAskAgain() throws Exception {
    try (var lonely = new RunningGateway()) {
      lonely.commands.close();
      var answer =
          lonely.send(
              lonely.post("/v1/subscriptions", lonely.issuer.token(Role.PROVISIONING), "{}"));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }
}
