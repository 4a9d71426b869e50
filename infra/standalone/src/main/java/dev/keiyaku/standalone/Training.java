package dev.keiyaku.standalone;

import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.demo.WalkThrough;
import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Launcher;
import dev.keiyaku.standalone.launch.Purpose;
import dev.keiyaku.standalone.launch.Settings;
import dev.keiyaku.standalone.seed.Seeding;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Starts the product once, plays its story, and stops it, so that the services' JVMs write down
 * what a start needs: the next ones take half the time (ADR 0035).
 */
final class Training {

  private Training() {}

  static int run(Consumer<String> say) {
    Settings settings = Settings.throwAway(Purpose.TRAINING);
    Consumer<Addresses> seed = at -> new Seeding(new Door(at), line -> {}).run();
    try (Stopping stopping = new Stopping(Launcher.of(settings, say, seed))) {
      Addresses addresses = stopping.launcher().start();
      WalkThrough.tell(new Door(addresses), Clock.systemUTC(), line -> {});
    }
    Launcher.adoptStartCaches(settings);
    return 0;
  }
}
