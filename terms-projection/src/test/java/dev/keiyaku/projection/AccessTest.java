package dev.keiyaku.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Service;
import dev.keiyaku.http.testing.AccessWalk;
import org.junit.jupiter.api.Test;

/** Every route × every role × no token × expired × wrong audience × another ISP. */
class AccessTest {

  @Test
  void whoMayDoWhatIsWhatTheTableSays() {
    var readSide = ReadSide.shared();
    var walk = new AccessWalk(readSide.address(), readSide.issuer(), Service.READ);
    assertThat(walk.surprises()).isEmpty();
  }
}
