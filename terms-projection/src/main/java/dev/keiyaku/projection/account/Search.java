package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.Page;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search: what is asked for, each filter narrowing.
 *
 * @param visibleIsp the ISP that the caller is bound to; null when it sees all
 * @param acceptedVersion the version of the last act of acceptance by the instant
 * @param boundBy the version that binds at the instant
 * @param flag what an agent has to see at the instant
 * @param asOf the effective instant at which everything is computed, UTC
 * @param after the key behind which the page begins
 */
record Search(
    @Nullable String visibleIsp,
    @Nullable String subscriberId,
    @Nullable Status status,
    @Nullable SuspensionGround ground,
    @Nullable String isp,
    @Nullable Product product,
    @Nullable String acceptedVersion,
    @Nullable String boundBy,
    @Nullable Flag flag,
    Instant asOf,
    String after,
    int limit) {

  static Search of(Asked asked, Caller caller, Clock clock) {
    var asOf = asked.instant(Moment.AS_OF);
    return new Search(
        caller.isp(),
        asked.text("subscriberId"),
        asked.one("status", Status.class),
        asked.one("ground", SuspensionGround.class),
        asked.text("isp"),
        asked.one("product", Product.class),
        asked.text("acceptedVersion"),
        asked.text("boundBy"),
        asked.one("flag", Flag.class),
        asOf == null ? clock.instant() : asOf,
        Cursor.key(asked.text("cursor")),
        Page.limit(asked));
  }
}
