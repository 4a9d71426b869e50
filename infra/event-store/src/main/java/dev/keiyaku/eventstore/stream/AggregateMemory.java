package dev.keiyaku.eventstore.stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keiyaku.eventstore.AppendRequest;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as they were after their last command on this node. Another node may have appended
 * since: then the next append conflicts, and the aggregate is forgotten with its rollback. A
 * command that asks the store itself finds nothing here.
 */
public final class AggregateMemory implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> remembered;

  /** Remembers at most so many, those asked for lately. */
  public AggregateMemory(long most) {
    remembered = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  @SuppressWarnings("unchecked") // As Axon asks for it.
  public <K, V> @Nullable V get(K key) {
    return AppendRequest.asksTheStore() ? null : (V) remembered.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    remembered.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return remembered.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return remembered.asMap().remove(key) != null;
  }

  @Override
  public boolean containsKey(Object key) {
    return remembered.asMap().containsKey(key);
  }

  /** Nobody listens. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("Nobody listens to what is remembered");
  }
}
