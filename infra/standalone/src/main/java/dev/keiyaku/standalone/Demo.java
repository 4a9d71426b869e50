package dev.keiyaku.standalone;

import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.client.Unanswered;
import dev.keiyaku.standalone.demo.NotAsTold;
import dev.keiyaku.standalone.demo.WalkThrough;
import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Home;
import dev.keiyaku.standalone.launch.Launcher;
import dev.keiyaku.standalone.launch.Purpose;
import dev.keiyaku.standalone.launch.Settings;
import dev.keiyaku.standalone.seed.Seeding;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code infra/demo}: tells the story in a running {@code infra/up}, or in a run of its own. */
final class Demo {

  private Demo() {}

  static int run(Map<String, String> environment, Consumer<String> say) {
    try {
      Home home = Home.of(environment);
      Optional<Addresses> running = Addresses.running(home);
      if (running.isPresent()) {
        say.accept("Playing in the infra/up that runs on " + home.folder() + ".");
        tell(running.get(), say);
      } else {
        inARunOfItsOwn(say);
      }
      return 0;
    } catch (NotAsTold | Unanswered difference) {
      System.err.println("keiyaku: not as told: " + difference.getMessage());
      return 1;
    }
  }

  private static void inARunOfItsOwn(Consumer<String> say) {
    say.accept("No infra/up runs: starting one on free ports, with data that is thrown away …");
    Settings settings = Settings.throwAway(Purpose.TELLING);
    Consumer<Addresses> seed = at -> new Seeding(new Door(at), say).run();
    try (Stopping stopping = new Stopping(Launcher.of(settings, say, seed))) {
      tell(stopping.launcher().start(), say);
    }
    say.accept("The run is stopped, and its data deleted.");
  }

  private static void tell(Addresses addresses, Consumer<String> say) {
    WalkThrough.tell(new Door(addresses), Clock.systemUTC(), say);
  }
}
