package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.Uuid7;
import org.axonframework.common.IdentifierFactory;

/** Message ids in the order of time: random ones would scatter the index on them. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

  @Override
  public String generateIdentifier() {
    return Uuid7.text();
  }
}
