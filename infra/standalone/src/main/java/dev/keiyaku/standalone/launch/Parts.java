package dev.keiyaku.standalone.launch;

import dev.keiyaku.database.EmbeddedDatabase;
import dev.keiyaku.standalone.authorization.RunningAuthorizationServer;
import dev.keiyaku.standalone.launch.Ports.Part;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** What runs, and the order in which it ends. */
final class Parts implements AutoCloseable {

  private final Settings settings;
  private final BlockingQueue<Happening> happenings;
  private final Map<Service, Child> running = new LinkedHashMap<>();
  private @Nullable RunLock lock;
  private @Nullable Guard guard;
  private @Nullable DatabaseServer database;
  private @Nullable RunningAuthorizationServer authorization;
  private volatile boolean ending;

  Parts(Settings settings, BlockingQueue<Happening> happenings) {
    this.settings = settings;
    this.happenings = happenings;
  }

  void lock() {
    lock = RunLock.take(settings.home());
  }

  void start(Secrets secrets) {
    startGuard();
    DatabaseServer server = startDatabase();
    server.provision(secrets.roles());
    Services services = new Services(settings, secrets, server.jdbcUrl());
    start(services.subscription());
    start(services.projection());
    start(services.gateway());
    Ports ports = settings.ports();
    authorization =
        RunningAuthorizationServer.start(
            secrets.credentials(),
            ports.url(Part.AUTH),
            ports.of(Part.AUTH),
            ports.url(Part.GATEWAY),
            settings.home().logs().resolve("authorization-server.log"));
  }

  void startGuard() {
    Guard fresh = Guard.stand(settings.home(), settings.purpose().throwAway());
    guard = fresh;
    fresh.process().onExit().thenRun(() -> happened(new Happening.GuardEnded()));
  }

  DatabaseServer startDatabase() {
    @Nullable DatabaseServer given = settings.given();
    if (given != null) {
      database = given;
      return given;
    }
    DatabaseServer server = DatabaseServer.embedded(settings.home(), settings.ports());
    database = server;
    @Nullable EmbeddedDatabase embedded = server.embedded();
    if (embedded != null) {
      embedded.stopped().thenRun(() -> happened(new Happening.DatabaseEnded()));
    }
    return server;
  }

  void start(Service service) {
    Child child = Child.start(settings.home(), service);
    running.put(service, child);
    child.process().onExit().thenRun(() -> happened(new Happening.ServiceEnded(service, child)));
  }

  Collection<Service> services() {
    return List.copyOf(running.keySet());
  }

  private void happened(Happening happening) {
    if (!ending) {
      happenings.add(happening);
    }
  }

  boolean isEnding() {
    return ending;
  }

  /** Gateway first, so that nothing new comes in; the database last. */
  @Override
  public void close() {
    ending = true;
    // What interrupted a start must not cut the stopping short.
    boolean interrupted = Thread.interrupted();
    stop("api-gateway");
    List<Thread> others =
        List.copyOf(running.values()).stream()
            .map(child -> Thread.ofVirtual().start(() -> child.stop(settings.purpose().patience())))
            .toList();
    others.forEach(Parts::join);
    running.clear();
    if (authorization != null) {
      authorization.close();
      authorization = null;
    }
    if (database != null) {
      database.stop();
      database = null;
    }
    leave();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave() {
    if (lock == null) {
      return;
    }
    settings.home().leave(settings.purpose().throwAway());
    if (guard != null) {
      guard.close();
      guard = null;
    }
    lock.close();
    lock = null;
  }

  private void stop(String name) {
    running.entrySet().stream()
        .filter(it -> it.getKey().name().equals(name))
        .forEach(it -> it.getValue().stop(settings.purpose().patience()));
    running.keySet().removeIf(it -> it.name().equals(name));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    }
  }
}
