package dev.keiyaku.projection.account;

/** What an agent has to see on a live account: it hinders nothing by itself. */
public enum Flag {
  /** An objection to an amendment stands. */
  OBJECTION,
  /** A consent to items about data was withdrawn, and no agent has settled it. */
  CONSENT_WITHDRAWN
}
