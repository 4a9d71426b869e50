package dev.keiyaku.standalone.launch;

import dev.keiyaku.standalone.launch.Ports.Part;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * One run of the whole product: starts everything, watches it, stops it in order.
 *
 * <p>A part that ends by itself is started again, and that is said; one that ends too often stops
 * everything.
 */
public final class Launcher implements AutoCloseable {

  private final Settings settings;
  private final Consumer<String> say;
  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
  private final Restarts restarts = new Restarts(Clock.systemUTC());
  private final Consumer<Addresses> firstWork;
  private final Parts parts;

  private Launcher(Settings settings, Consumer<String> say, Consumer<Addresses> firstWork) {
    this.settings = settings;
    this.say = say;
    this.firstWork = firstWork;
    this.parts = new Parts(settings, happenings);
  }

  /**
   * Prepares a run; nothing is started yet.
   *
   * @param say takes what the person at the terminal should know, line by line
   * @param firstWork what is done once all is healthy and before anybody is told so
   */
  public static Launcher of(
      Settings settings, Consumer<String> say, Consumer<Addresses> firstWork) {
    return new Launcher(settings, say, firstWork);
  }

  /**
   * Starts everything and returns when all of it is healthy.
   *
   * @throws Refusal in one line why it cannot be; nothing is left running then
   */
  public Addresses start() {
    try {
      return startAll();
    } catch (RuntimeException cause) {
      close();
      throw cause instanceof Refusal refusal ? refusal : new Refusal("it did not start", cause);
    }
  }

  private Addresses startAll() {
    Home home = settings.home();
    home.prepare();
    parts.lock();
    Guard.sweep(home);
    for (Part part : Part.values()) {
      if (part != Part.DATABASE || settings.given() == null) {
        settings.ports().expectFree(part);
      }
    }
    Services.expectJars(settings.root());
    parts.start(Secrets.open(home, settings.given()));
    new Readiness(happenings).await(parts.services());
    Addresses addresses = Addresses.of(settings);
    firstWork.accept(addresses);
    addresses.publish();
    return addresses;
  }

  /** Returns when the run was asked to stop and has stopped; restarts what ends before that. */
  public void watch() {
    try {
      Happening happening = happenings.take();
      while (!(happening instanceof Happening.StopAsked)) {
        answer(happening);
        happening = happenings.take();
      }
      say.accept("Stopping: gateway, services, authorization server, database.");
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void answer(Happening happening) {
    switch (happening) {
      case Happening.StopAsked _ -> {}
      case Happening.ServiceEnded(Service service, Child child) -> {
        String status = " ended (status " + child.process().exitValue() + ")";
        again(service.name(), status, "its log: " + settings.home().logs());
        parts.start(service);
      }
      case Happening.DatabaseEnded _ -> {
        again("PostgreSQL", " ended", "its log: " + settings.home().database());
        parts.startDatabase();
      }
      case Happening.GuardEnded _ -> {
        again("the guard", " ended", "it stops the others should this process be killed");
        parts.startGuard();
      }
    }
  }

  private void again(String part, String ended, String note) {
    int number = restarts.another(part);
    say.accept(
        "%s%s; starting it again (%d of %d within %d minutes; %s)"
            .formatted(part, ended, number, Restarts.ALLOWED, Restarts.WITHIN.toMinutes(), note));
  }

  /**
   * After a training run has ended: what its services learned is used from now on.
   *
   * @throws Refusal when one left nothing
   */
  public static void adoptStartCaches(Settings settings) {
    Services.adoptStartCaches(settings.root());
  }

  /** Asks a starting or running launcher to stop; returns at once. */
  public void stop() {
    happenings.add(new Happening.StopAsked());
  }

  /** True from the moment on at which the parts are being stopped. */
  public boolean isStopping() {
    return parts.isEnding();
  }

  /** Stops everything in order. Again does nothing. */
  @Override
  public void close() {
    parts.close();
  }
}
