package dev.keiyaku.projection.campaign;

import dev.keiyaku.eventstore.processing.EventBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The campaigns' events of a batch: projected when everybody else's rows are written. */
final class CampaignsOfBatch implements EventBatch.Part {

  private final List<Runnable> kept = new ArrayList<>();
  private @Nullable Runnable pending;

  void add(Runnable projection) {
    pending = projection;
  }

  @Override
  public void keep() {
    if (pending != null) {
      kept.add(pending);
      pending = null;
    }
  }

  @Override
  public void undo() {
    pending = null;
  }

  @Override
  public void flush() {}

  @Override
  public void afterFlush() {
    kept.forEach(Runnable::run);
    kept.clear();
  }
}
