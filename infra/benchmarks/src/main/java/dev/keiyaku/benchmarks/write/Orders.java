package dev.keiyaku.benchmarks.write;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.subscription.subscription.FreeText;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ActivateSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ApplyForSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Display;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SuspendSubscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands as controllers make them of what clients send.
 *
 * @param hash of the terms in force
 */
record Orders(String hash) {

  private static final Instant SHOWN = Clock.systemUTC().instant().minus(Duration.ofMinutes(5));
  private static final String EVIDENCE =
      "{\"locale\":\"ja\",\"place\":\"https://isp-a.example/apply\",\"userAgent\":\"Mozilla/5.0\"}";

  /** An application by somebody new, for the product with the strictest rule, as shops send it. */
  SubscriptionCommand application(String id) {
    return application(id, new FreeText(EVIDENCE));
  }

  /** The same with nothing to seal, so without a key for its subscriber. */
  SubscriptionCommand plainApplication(String id) {
    return application(id, null);
  }

  private SubscriptionCommand application(String id, @Nullable FreeText evidence) {
    return new ApplyForSubscription(
        id,
        "C-" + id,
        Product.MYSECURE_1LICENSE_TYPE2,
        new Channel(Channel.Kind.PARTNER_ISP, "ISP-A"),
        null,
        null,
        new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, 2),
        null,
        new Acceptance(
            Uuid7.text(),
            "mysecure",
            Terms.VERSION,
            hash,
            List.of(1, 2, 3, 4, 5, 6),
            new Display(Uuid7.text(), SHOWN, evidence)),
        null);
  }

  static SubscriptionCommand activation(String id) {
    return new ActivateSubscription(id, "ot-" + id.substring(0, 8), null, null);
  }

  static SubscriptionCommand suspension(String id) {
    return new SuspendSubscription(
        id,
        Uuid7.text(),
        SuspensionGround.VENDOR,
        null,
        null,
        null,
        null,
        null,
        new FreeText("全面停止"));
  }
}
