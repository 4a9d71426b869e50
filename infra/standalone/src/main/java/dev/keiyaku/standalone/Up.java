package dev.keiyaku.standalone;

import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Launcher;
import dev.keiyaku.standalone.launch.Settings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@code infra/up}: runs until somebody stops it. */
final class Up {

  private Up() {}

  static int run(Map<String, String> environment, Consumer<String> say) {
    Settings settings = Settings.of(environment);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Launcher launcher = Launcher.of(settings, say)) {
      stopInOrderOnSignal(launcher, stopped);
      say.accept("Starting Keiyaku in " + settings.home().folder() + " …");
      Addresses addresses = launcher.start();
      Greeting.lines(settings, addresses).forEach(say);
      launcher.watch();
      say.accept("Stopped.");
      return 0;
    } finally {
      stopped.countDown();
    }
  }

  private static void stopInOrderOnSignal(Launcher launcher, CountDownLatch stopped) {
    Runnable hook =
        () -> {
          launcher.stop();
          try {
            stopped.await(120, TimeUnit.SECONDS);
          } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(hook, "stop-in-order"));
  }
}
