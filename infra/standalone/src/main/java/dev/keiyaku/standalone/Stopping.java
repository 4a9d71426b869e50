package dev.keiyaku.standalone;

import dev.keiyaku.standalone.launch.Launcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a signal stop a launcher in order: the process ends only when that is done. */
record Stopping(Launcher launcher, Thread owner, CountDownLatch stopped) implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;

  Stopping(Launcher launcher) {
    this(launcher, Thread.currentThread(), new CountDownLatch(1));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-in-order"));
  }

  private void stop() {
    launcher.stop();
    try {
      // Whoever watches the launcher hears it at once; whoever waits for something else does not.
      if (!stopped.await(2, TimeUnit.SECONDS) && !launcher.isStopping()) {
        owner.interrupt();
      }
      stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    launcher.close();
    stopped.countDown();
  }
}
