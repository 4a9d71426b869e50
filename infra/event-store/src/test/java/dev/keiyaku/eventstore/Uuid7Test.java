package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class Uuid7Test {

  @Test
  void idsOfOneProcessGrow() {
    List<String> ids = Stream.generate(Uuid7::text).limit(20_000).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theyAreOfVersionSevenAndCarryTheTime() {
    long before = System.currentTimeMillis();
    UUID id = Uuid7.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    // Ids made faster than 4,096 a millisecond run a little ahead of the clock.
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
  }

  @Test
  void axonUsesThemForItsMessages() {
    String id = IdentifierFactory.getInstance().generateIdentifier();
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
  }
}
