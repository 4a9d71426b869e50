package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.Rivals;
import dev.keiyaku.benchmarks.Unable;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.projection.Catching;
import dev.keiyaku.benchmarks.projection.Projector;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import dev.keiyaku.benchmarks.write.Desk;
import dev.keiyaku.benchmarks.write.History;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was fast with few subscriptions, with many: two stores, taking turns. */
public final class Growing implements Measure {

  private static final int FEW = 10_000;

  /**
   * Of each life: three events of the application (shown, applied, accepted), then one a command.
   */
  private static final int EVENTS = 6;

  private static final int COMMANDS = 4;
  private static final int AHEAD = 60_000;
  private static final int AHEAD_QUICK = 20_000;

  /** Of the large one, with its log and what is written while measuring. */
  private static final long BYTES_A_SUBSCRIPTION = 35_000;

  private static final Bound BOUND = Bound.atLeast(0.8);

  @Override
  public String name() {
    return "size";
  }

  @Override
  public String what() {
    return "apply, suspend and project in a large store, against the same in a small one";
  }

  @Override
  public void expect(Bay bay) throws IOException {
    long needed = bay.pace().stored() * BYTES_A_SUBSCRIPTION;
    long free = Files.getFileStore(bay.folder()).getUsableSpace();
    if (bay.server().embedded() != null && free < needed) {
      throw new Unable(
          "size needs %d GB of disk, and there are %d; leave it out by --only"
              .formatted(needed >> 30, free >> 30));
    }
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Ground base = bay.server().fresh("bench_size")) {
      String id = History.one(base);
      var head =
          base.admin().sql("SELECT max(global_index) FROM events.event").query(Long.class).single();
      new Catching(bay, base, head).during(Duration.ofSeconds(30));
      var first = FirstLife.of(base, id);
      int ahead = bay.pace() == Pace.QUICK ? AHEAD_QUICK : AHEAD;
      int many = bay.pace().stored();
      try (var small = Store.filled(bay, base, first, "bench_small", FEW, ahead);
          var large = Store.filled(bay, base, first, "bench_large", many, ahead)) {
        List<Result> results = new ArrayList<>(weights(bay, large));
        // What filling them left to be written is not theirs to wait for.
        base.admin().sql("CHECKPOINT").update();
        results.addAll(commands(bay, small, large));
        results.add(projecting(bay, small, large));
        return results;
      }
    }
  }

  private static List<Result> weights(Bay bay, Store store) {
    var weights = Weights.of(store.ground());
    weights.all().forEach(each -> bay.say("  %s", each));
    double lives = store.lives();
    double event = weights.bytes("events.event") / (double) store.events();
    double commands = weights.bytes("events.receipt", "events.claim", "keys") / lives;
    return List.of(
        weight("an event", event),
        weight("a command's receipt", weights.bytes("events.receipt") / (lives * COMMANDS)),
        weight("a timeline entry", weights.bytes("projection.timeline") / (lives * EVENTS)),
        weight("a subscription, write side", EVENTS * event + commands),
        weight("a subscription, read models", weights.bytes("projection") / lives));
  }

  private static Result weight(String what, double bytes) {
    return Result.absolute("on disk: " + what, "bytes", Spread.of(bytes), Bound.NONE);
  }

  private static List<Result> commands(Bay bay, Store small, Store large) throws Exception {
    try (var few = Desk.on(small.ground(), small::any);
        var many = Desk.on(large.ground(), large::any)) {
      few.warmUp(bay.pace().warmUp());
      many.warmUp(bay.pace().warmUp());
      var apply = named("apply", large);
      var suspend = named("suspend", large);
      return List.of(
          new Rivals(() -> few.applications(bay), () -> many.applications(bay))
              .compete(bay, apply)
              .result(apply, "1/s", BOUND),
          new Rivals(() -> few.suspensions(bay), () -> many.suspensions(bay))
              .compete(bay, suspend)
              .result(suspend, "1/s", BOUND));
    }
  }

  /** Both start at once, and then go on in turns. */
  private static Result projecting(Bay bay, Store small, Store large) throws Exception {
    var what = named("project", large);
    var time = bay.pace().round();
    try (var few = Projector.start(bay, small.ground());
        var many = Projector.start(bay, large.ground())) {
      few.begun(small.projected() + 1);
      few.pause();
      many.begun(large.projected() + 1);
      many.pause();
      few.turn(time);
      many.turn(time);
      var rounds = new Rivals(() -> few.turn(time), () -> many.turn(time)).compete(bay, what);
      small.expectUnfinished(few.reached());
      large.expectUnfinished(many.reached());
      return rounds.result(what, "events/s", BOUND);
    }
  }

  private static String named(String what, Store store) {
    return String.format(Locale.ROOT, "%s, %,d subscriptions stored", what, store.lives());
  }
}
