package dev.keiyaku.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.edge.Toll;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many requests a second for each client, held in bounded memory. */
final class ClientRate implements Toll {

  private final GatewaySettings.Rate rate;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  ClientRate(GatewaySettings.Rate rate, TimeMeter time) {
    this.rate = rate;
    this.time = time;
    this.buckets = Caffeine.newBuilder().maximumSize(rate.clients()).build();
  }

  @Override
  public void charge(String payer) {
    var probe = buckets.get(payer, any -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.of(ProblemCode.RATE_LIMITED)
          .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
