package dev.keiyaku.projection.provision;

import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.Page;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the register is asked for, each filter narrowing.
 *
 * @param visibleIsp the ISP that the caller is bound to; null when it sees all
 * @param recipient the name of a vendor, or the id of an ISP
 * @param isp 所属提携ISP
 * @param from the first instant, UTC
 * @param to the first instant after it, UTC
 * @param after the entry behind which the page begins; null for the first page
 */
record RegisterQuery(
    @Nullable String visibleIsp,
    @Nullable String subscriptionId,
    @Nullable String recipient,
    @Nullable String isp,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Key after,
    int limit) {

  static final String[] PARAMETERS = {"recipient", "isp", "from", "to", "cursor", "limit"};

  /** More than any subscription has entries. */
  private static final int ALL = 10_000;

  /**
   * Where an entry stands in the register.
   *
   * @param bond the place of its {@link Bonds.Bond}, from 1
   */
  record Key(String subscriptionId, long sequence, int bond, int item) {

    private static final Pattern TEXT =
        Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,18}) ([0-9]{1,6}) ([0-9])");

    static @Nullable Key of(@Nullable String cursor) {
      if (cursor == null) {
        return null;
      }
      var parts = TEXT.matcher(Cursor.key(cursor));
      if (!parts.matches()) {
        throw Cursor.invalid();
      }
      return new Key(
          parts.group(1),
          Long.parseLong(parts.group(2)),
          Integer.parseInt(parts.group(3)),
          Integer.parseInt(parts.group(4)));
    }

    String text() {
      return subscriptionId + " " + sequence + " " + bond + " " + item;
    }
  }

  static RegisterQuery of(Asked asked, Caller caller) {
    return new RegisterQuery(
        caller.isp(),
        null,
        asked.text("recipient"),
        asked.text("isp"),
        asked.instant("from"),
        asked.instant("to"),
        Key.of(asked.text("cursor")),
        Page.limit(asked));
  }

  static RegisterQuery ofSubscription(String id, Caller caller) {
    return new RegisterQuery(caller.isp(), id, null, null, null, null, null, ALL);
  }
}
