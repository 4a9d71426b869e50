package dev.keiyaku.projection.consent.known;

import dev.keiyaku.projection.consent.Acceptance;
import java.util.Comparator;

/**
 * An act of acceptance as it was known to stand.
 *
 * @param sequence the place in its stream of the entry that recorded it
 */
public record KnownAct(long sequence, Acceptance acceptance) {

  /** By the times that they hold at, then by their recording. */
  public static final Comparator<KnownAct> BY_TIME =
      Comparator.comparing((KnownAct act) -> act.acceptance().acceptedAt())
          .thenComparingLong(KnownAct::sequence);

  /** The version accepted. */
  public String version() {
    return acceptance.terms().version();
  }

  KnownAct alone() {
    return new KnownAct(sequence, acceptance.supersededAt(null));
  }
}
