package dev.keiyaku.projection.campaign;

/** What a member has answered, at an instant. The first that holds, in this order. */
enum State {
  /** An act with proof of display, since the opening, accepts all that is asked. */
  ACCEPTED,
  /** The contract has ended, or its application was voided. */
  ENDED,
  /** An objection to the version stands. */
  OBJECTED,
  /** None of these: the member is yet to be asked, or to answer. Nothing follows from it. */
  PENDING
}
