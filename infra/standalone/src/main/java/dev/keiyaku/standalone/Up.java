package dev.keiyaku.standalone;

import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Launcher;
import dev.keiyaku.standalone.launch.Settings;
import dev.keiyaku.standalone.seed.Seeding;
import java.util.Map;
import java.util.function.Consumer;

/** {@code infra/up}: runs until somebody stops it. */
final class Up {

  private Up() {}

  static int run(Map<String, String> environment, Consumer<String> say) {
    Settings settings = Settings.of(environment);
    Consumer<Addresses> seed = at -> new Seeding(new Door(at), say).run();
    try (Stopping stopping = new Stopping(Launcher.of(settings, say, seed))) {
      say.accept("Starting Keiyaku in " + settings.home().folder() + " …");
      Addresses addresses = stopping.launcher().start();
      Greeting.lines(settings, addresses).forEach(say);
      stopping.launcher().watch();
      say.accept("Stopped.");
      return 0;
    }
  }
}
