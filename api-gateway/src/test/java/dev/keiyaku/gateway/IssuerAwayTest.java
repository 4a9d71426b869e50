package dev.keiyaku.gateway;

import static dev.keiyaku.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** A token that cannot be checked may be a good one: its sender is asked to come again. */
class IssuerAwayTest {

  @Test
  void anIssuerThatIsAwayIsA503ThatSaysWhenToAskAgain() throws Exception {
    var away = TestIssuer.start();
    try (var gateway = new RunningGateway(away)) {
      away.close();
      // Again and again: the limit on asking for keys must not turn it into something else.
      for (int i = 0; i < 4; i++) {
        var answer = gateway.send(gateway.request("/v1/subscriptions/1", away.token(Role.AUDITOR)));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(json(answer).at("/code").asString()).isEqualTo("UNAVAILABLE");
      }
      assertThat(gateway.queries.arrivals).isEmpty();
    }
  }

  @Test
  void anIssuerThatFallsSilentIsA503Soon() throws Exception {
    try (var silent = TestIssuer.silent();
        var gateway = new RunningGateway(silent)) {
      var answer = gateway.send(gateway.request("/v1/subscriptions/1", silent.token(Role.AUDITOR)));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(gateway.queries.arrivals).isEmpty();
    }
  }

  @Test
  void whoseKeysAreKnownIsCheckedWithoutIt() throws Exception {
    var away = TestIssuer.start();
    try (var gateway = new RunningGateway(away)) {
      gateway.send(gateway.request("/v1/subscriptions/1", away.token(Role.AUDITOR)));
      var another = away.token(Role.AGENT);
      away.close();
      assertThat(gateway.send(gateway.request("/v1/subscriptions/1", another)).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aMadeUpKeyIsNoOutageHoweverOftenItIsSent() throws Exception {
    try (var issuer = TestIssuer.start();
        var gateway = new RunningGateway(issuer)) {
      for (int i = 0; i < 5; i++) {
        var token = issuer.ofAnUnknownKey(Role.AUDITOR);
        assertThat(gateway.send(gateway.request("/v1/subscriptions/1", token)).statusCode())
            .isEqualTo(401);
      }
      assertThat(issuer.asked()).as("how often keys were fetched").isLessThan(5);
    }
  }
}
