package dev.keiyaku.projection.reading;

import dev.keiyaku.eventstore.processing.Progress;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets a client read its own writes: waits until the read model has reached a version. It is woken
 * by the commit that projects the stream.
 */
@Component
public final class MinVersion {

  /** The name of the parameter. */
  public static final String PARAMETER = "minVersion";

  private final Progress progress;
  private final Duration longest;
  private final Duration look;

  /**
   * Over this process's progress.
   *
   * @param look how often to look nevertheless: commits of other nodes are not told here
   */
  MinVersion(
      Progress progress,
      @Value("${keiyaku.read.wait:2s}") Duration longest,
      @Value("${keiyaku.read.look:100ms}") Duration look) {
    this.progress = progress;
    this.longest = longest;
    this.look = look;
  }

  /**
   * Waits for the version that was asked for, if one was.
   *
   * @param stream whose version
   * @param reached the version that the rows show now, -1 when there are none
   * @throws Problem VERSION_NOT_REACHED when it takes longer than {@code keiyaku.read.wait}
   */
  public void await(Asked asked, String stream, LongSupplier reached) {
    var wanted = asked.number(PARAMETER);
    if (wanted != null && !comes(wanted, stream, reached)) {
      throw Problem.of(ProblemCode.VERSION_NOT_REACHED)
          .detail(wanted)
          .retryAfter(Duration.ofSeconds(1));
    }
  }

  /**
   * Whether the version is reached within the wait.
   *
   * @throws Problem UNAVAILABLE when this process stops
   */
  public boolean comes(long wanted, String stream, LongSupplier reached) {
    if (reached.getAsLong() >= wanted) {
      return true;
    }
    try (var waiting = progress.of(stream)) {
      return comes(wanted, waiting, reached);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(ProblemCode.UNAVAILABLE, e);
    }
  }

  private boolean comes(long wanted, Progress.Waiting waiting, LongSupplier reached)
      throws InterruptedException {
    var deadline = System.nanoTime() + longest.toNanos();
    while (reached.getAsLong() < wanted) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        return false;
      }
      waiting.await(left.compareTo(look) < 0 ? left : look);
    }
    return true;
  }
}
