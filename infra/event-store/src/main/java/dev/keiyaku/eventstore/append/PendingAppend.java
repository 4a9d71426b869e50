package dev.keiyaku.eventstore.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A request that waits to be written, and whoever waits for it. */
final class PendingAppend {

  private final AppendBatch batch;
  private final List<byte[]> macs;
  private final CompletableFuture<Long> answer = new CompletableFuture<>();

  private PendingAppend(AppendBatch batch, List<byte[]> macs) {
    this.batch = batch;
    this.macs = macs;
  }

  /** MACs are made here, by the caller's thread: there are many callers and one writer. */
  static PendingAppend of(AppendBatch batch, EventMac mac) {
    return new PendingAppend(batch, batch.events().stream().map(mac::of).toList());
  }

  /** A request for nothing, to mark an end. */
  static PendingAppend none() {
    return new PendingAppend(new AppendBatch(List.of(), List.of(), null), List.of());
  }

  AppendBatch batch() {
    return batch;
  }

  /** One for each event. */
  List<byte[]> macs() {
    return macs;
  }

  EventRow lastEvent() {
    return batch.events().getLast();
  }

  void written(long position) {
    answer.complete(position);
  }

  void failed(RuntimeException reason) {
    answer.completeExceptionally(reason);
  }

  /** Waits, whatever interrupts: once it is sent, only the outcome is an answer. */
  long answer() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }
}
