package dev.keiyaku.contract.terms;

/** Where a version stands in its life at an instant; computed, so nothing runs at midnight. */
public enum VersionStatus {
  /** It is not published: it binds nobody, and only the legal desk sees it. */
  DRAFT,
  /** Its first day is yet to come. */
  PUBLISHED,
  /** It has begun, and no later one has. */
  IN_FORCE,
  /** A later one has begun. */
  SUPERSEDED,
  /** It was withdrawn before its first day. */
  WITHDRAWN
}
