package dev.keiyaku.http.testing;

import dev.keiyaku.http.Access;
import org.jspecify.annotations.Nullable;

/**
 * One request of the walk.
 *
 * @param who in words, for a failing test
 * @param token null: none is sent
 * @param path with the variables filled in
 */
public record Step(
    Access access, String who, @Nullable String token, String path, Verdict expected) {

  @Override
  public String toString() {
    return access + " by " + who;
  }
}
