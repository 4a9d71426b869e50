package dev.keiyaku.projection.reading;

import dev.keiyaku.eventstore.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one subscription in a read model, which an auditor has compared with its events. Each
 * read model has a bean of this kind; both sides are compared field by field as JSON.
 */
public interface LiveRows {

  /** What they are, such as {@code account}: the first word of a difference's field. */
  String name();

  /** As the events say that they must be; null when there must be none. */
  @Nullable Object folded(List<StoredEvent> events);

  /** As they are; null when there are none. */
  @Nullable Object live(String subscriptionId);
}
