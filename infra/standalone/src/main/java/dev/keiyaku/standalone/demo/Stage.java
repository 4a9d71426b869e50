package dev.keiyaku.standalone.demo;

import dev.keiyaku.standalone.client.Door;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Where the chapters play: the gateway, the subscribers, and what earlier chapters left. */
final class Stage {

  static final String OPERATOR = "provisioning";
  static final String ISP_A = "provisioning-isp-a";
  static final String ISP_B = "provisioning-isp-b";
  static final String AGENT = "agent";
  static final String AUDITOR = "auditor";

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Door door;
  private final Clock clock;
  private final Consumer<String> print;
  private final Map<String, String> notes = new HashMap<>();

  /** New on each telling, so that it can be told again. */
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  Stage(Door door, Clock clock, Consumer<String> print) {
    this.door = door;
    this.clock = clock;
    this.print = print;
  }

  /** The operator's id of the subscriber of that name in this telling. */
  String subscriber(String name) {
    return "demo-" + run + "-" + name;
  }

  void say(String line) {
    print.accept(line);
  }

  Told asks(String client, String what, String path) {
    print.accept("  asked   " + client + " reads: " + what);
    return new Told(door.get(client, path), print);
  }

  Told orders(String client, String what, String path, Object body) {
    print.accept("  asked   " + client + ": " + what);
    return new Told(door.post(client, path, body), print);
  }

  void note(String name, String value) {
    notes.put(name, value);
  }

  String noted(String name) {
    return Objects.requireNonNull(notes.get(name), name);
  }

  /** Japanese time, so far from now. */
  String fromNow(Duration distance) {
    OffsetDateTime at =
        clock
            .instant()
            .truncatedTo(ChronoUnit.SECONDS)
            .plus(distance)
            .atZone(JAPAN)
            .toOffsetDateTime();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
