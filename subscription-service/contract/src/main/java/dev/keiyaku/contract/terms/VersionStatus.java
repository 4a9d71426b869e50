package dev.keiyaku.contract.terms;

/** Where a version stands in its life at an instant; computed, so nothing runs at midnight. */
public enum VersionStatus {
  /** Its first day is yet to come. */
  PUBLISHED,
  /** It has begun, and no later one has. */
  IN_FORCE,
  /** A later one has begun. */
  SUPERSEDED,
  /** It was withdrawn before its first day. */
  WITHDRAWN
}
