package dev.keiyaku.eventstore.kills;

import com.zaxxer.hikari.HikariDataSource;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.append.AppendBatch;
import dev.keiyaku.eventstore.append.EventRow;
import dev.keiyaku.eventstore.append.GroupAppender;
import dev.keiyaku.eventstore.append.WriterKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that appends until it is killed, and says on its standard output what it sends and what
 * it is told. Most streams are its own; some it shares with other such processes, and remembers
 * their versions although others append to them.
 */
final class KilledWriter {

  private static final int CALLERS = 16;
  private static final int SHARED_STREAMS = 5;
  private static final int CLAIMABLE = 40;

  private final String name;
  private final JdbcClient jdbc;
  private final GroupAppender appender;
  private final Map<String, Long> next = new ConcurrentHashMap<>();

  private KilledWriter(String name, HikariDataSource source) {
    this.name = name;
    this.jdbc = JdbcClient.create(source);
    this.appender =
        new GroupAppender(source, WriterKey.of("d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3c="));
  }

  /** Name, seed, and the database's URL, user and password. */
  public static void main(String[] args) throws InterruptedException {
    var source = new HikariDataSource();
    source.setJdbcUrl(args[2]);
    source.setUsername(args[3]);
    source.setPassword(args[4]);
    source.setConnectionTimeout(1000);
    source.setMaximumPoolSize(6);
    var writer = new KilledWriter(args[0], source);
    var callers = new ArrayList<Thread>();
    for (int caller = 0; caller < CALLERS; caller++) {
      var random = new Random(Long.parseLong(args[1]) * CALLERS + caller);
      int number = caller;
      callers.add(Thread.startVirtualThread(() -> writer.appendForEver(number, random)));
    }
    for (var caller : callers) {
      caller.join();
    }
  }

  private void appendForEver(int caller, Random random) {
    for (int count = 0; ; count++) {
      int events = 1 + random.nextInt(3);
      var stream =
          random.nextInt(4) == 0 ? "shared-" + random.nextInt(SHARED_STREAMS) : name + "-" + caller;
      var claims =
          random.nextInt(10) == 0
              ? List.of(new Claim("c" + random.nextInt(CLAIMABLE), stream, Instant.EPOCH, null))
              : List.<Claim>of();
      append(stream, name + "-" + caller + "-" + count + ":" + events, events, claims);
    }
  }

  private void append(String stream, String key, int events, List<Claim> claims) {
    Long version = next.get(stream);
    if (version == null) {
      version = stored(stream);
    }
    say("sent", key);
    try {
      long position = appender.append(batch(stream, version, key, events, claims));
      next.put(stream, version + events);
      say("acked", key + " " + position);
    } catch (RuntimeException e) {
      next.remove(stream);
      boolean unknown = String.valueOf(e.getMessage()).startsWith("Whether ");
      say(unknown ? "unknown" : "refused", key);
    }
  }

  private long stored(String stream) {
    while (true) {
      try {
        return jdbc.sql("SELECT count(*) FROM events.event WHERE aggregate_id = ?")
            .param(stream)
            .query(Long.class)
            .single();
      } catch (DataAccessException e) {
        // PostgreSQL is away: the pool has waited a second before it said so.
        say("away", stream);
      }
    }
  }

  private static AppendBatch batch(
      String stream, long version, String key, int events, List<Claim> claims) {
    var rows =
        LongStream.range(version, version + events)
            .mapToObj(sequence ->
                new EventRow(
                    Uuid7.text(), "T", stream, sequence, "n", 1, null, Instant.EPOCH, "{}", key))
            .toList();
    return new AppendBatch(
        rows, claims, new Receipt("writer", key, new byte[32], 201, null, 0, "{}"));
  }

  /** One line at a time, out at once: what was said before the kill has been said. */
  private static synchronized void say(String what, String about) {
    System.out.println(what + " " + about);
    System.out.flush();
  }
}
