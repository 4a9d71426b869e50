package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.StoreBusyException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/**
 * Many callers wait while one thread writes what they have brought, in one transaction: a commit
 * costs one flush of the disk, however many requests it carries. While the disk works, the next
 * group gathers; nobody waits for a group to fill.
 */
public final class GroupAppender implements Appender, AutoCloseable {

  /** As many requests go into one statement, at most. */
  private static final int GROUP = 512;

  /** Whoever comes when as many wait is turned away at once. */
  private static final int WAITING = 4096;

  private final BlockingQueue<PendingAppend> waiting = new ArrayBlockingQueue<>(WAITING);
  private final PendingAppend last = PendingAppend.none();
  private final GroupWriter writer;
  private final CommitNotifier notifier;
  private final EventMac mac;
  private final Thread thread;
  private volatile boolean closed;

  /** Starts the writing thread, which lives until {@link #close}. */
  public GroupAppender(DataSource source, WriterKey key) {
    this.notifier = new CommitNotifier(source);
    this.writer = new GroupWriter(source, new GroupStatement(key), notifier::committed);
    this.mac = new EventMac(key);
    this.thread = Thread.ofPlatform().daemon().name("event-writer").start(this::write);
  }

  @Override
  public long append(AppendBatch batch) {
    var pending = PendingAppend.of(batch, mac);
    if (closed || !waiting.offer(pending)) {
      throw new StoreBusyException(closed ? "The store is closing" : "Too many appends wait");
    }
    // It may have been closed between the two: then nobody takes it any more.
    if (closed && waiting.remove(pending)) {
      throw new StoreBusyException("The store is closing");
    }
    return pending.answer();
  }

  /** How many requests wait to be written. */
  public int waiting() {
    return waiting.size();
  }

  private void write() {
    var group = new ArrayList<PendingAppend>(GROUP);
    boolean more = true;
    while (more) {
      take(group);
      more = !group.removeIf(last::equals);
      writer.write(group);
      group.clear();
    }
  }

  private void take(List<PendingAppend> group) {
    try {
      group.add(waiting.take());
      waiting.drainTo(group, GROUP - 1);
    } catch (InterruptedException e) {
      // Nobody may stop it but close(): whoever waits for an answer would wait for ever.
      closed = true;
      waiting.drainTo(group);
      group.add(last);
    }
  }

  /** Writes what waits, answers everyone, and takes nothing more. */
  @Override
  public void close() {
    closed = true;
    try {
      waiting.put(last);
      thread.join();
      notifier.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
