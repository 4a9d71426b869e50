package dev.keiyaku.gateway;

import static dev.keiyaku.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Role;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

class ClientRateTest {

  private final Stopwatch time = new Stopwatch();
  private final ClientRate rate = new ClientRate(new GatewaySettings.Rate(2, 3, 10), time);

  @Test
  void aBurstIsTakenAndThenOneHasToWait() {
    for (int i = 0; i < 3; i++) {
      rate.charge("client:a");
    }
    assertThatThrownBy(() -> rate.charge("client:a"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
              assertThat(problem.retryAfter()).isEqualTo(Duration.ofMillis(500));
            });
    time.nanos += Duration.ofMillis(500).toNanos();
    rate.charge("client:a");
  }

  @Test
  void oneClientDoesNotPayForAnother() {
    for (int i = 0; i < 3; i++) {
      rate.charge("client:a");
    }
    rate.charge("client:b");
  }

  @Test
  void theGatewayAnswers429WithRetryAfter() throws Exception {
    try (var gateway =
        new RunningGateway(
            StoppedTime.class,
            "keiyaku.gateway.rate.burst=2",
            "keiyaku.gateway.rate.per-second=1")) {
      var agent = gateway.issuer.token(Role.AGENT);
      for (int i = 0; i < 2; i++) {
        assertThat(gateway.send(gateway.request("/v1/subscriptions/1", agent)).statusCode())
            .isEqualTo(200);
      }
      var refused = gateway.send(gateway.request("/v1/subscriptions/1", agent));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(json(refused).at("/code").asString()).isEqualTo("RATE_LIMITED");
      assertThat(gateway.queries.arrivals).hasSize(2);
      var another = gateway.issuer.token(Role.AUDITOR);
      assertThat(gateway.send(gateway.request("/v1/subscriptions/1", another)).statusCode())
          .isEqualTo(200);
    }
  }

  @TestConfiguration
  static class StoppedTime {

    @Bean
    TimeMeter time() {
      return new Stopwatch();
    }
  }

  private static final class Stopwatch implements TimeMeter {
    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
