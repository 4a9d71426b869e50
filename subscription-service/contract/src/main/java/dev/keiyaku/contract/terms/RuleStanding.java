package dev.keiyaku.contract.terms;

/** Where a notified rule stands at an instant. */
public enum RuleStanding {
  /** Its day is yet to come. */
  AHEAD,
  /** Its day has come, its notice was not out yet. */
  NOT_YET_NOTIFIED,
  /** Part of the terms. */
  IN_FORCE,
  /** Another rule has come in its place. */
  SUPERSEDED,
  /** It was ended; one that was ended on its first day never applied. */
  ENDED
}
