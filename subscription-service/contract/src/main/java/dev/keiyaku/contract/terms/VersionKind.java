package dev.keiyaku.contract.terms;

/** What a version is to the one before it. */
public enum VersionKind {
  /** It amends nothing: there is no ground of an amendment. */
  FIRST,
  /** It changes what was agreed (民法548条の4); its basis says on what ground. */
  AMENDMENT,
  /**
   * It corrects how its predecessor is written, such as a typo, and changes nothing of what was
   * agreed: it asks nobody to accept again, and takes its predecessor's place for whom that binds.
   */
  EDITORIAL
}
