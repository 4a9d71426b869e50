package dev.keiyaku.contract.subscription;

/** The effective status of a subscription at an instant. */
public enum Status {
  /** Before its application, or nothing is known of it. */
  NONE,
  /** Applied for; use has not begun. */
  APPLIED,
  /** Usable. */
  ACTIVE,
  /** Begun, and at least one suspension is open. */
  SUSPENDED,
  /** Ended. */
  CANCELLED,
  /** Its application was a mistaken entry: it never was. */
  VOIDED;

  /** Whether the contract lives: applied for and not ended. */
  public boolean isLive() {
    return this == APPLIED || this == ACTIVE || this == SUSPENDED;
  }
}
