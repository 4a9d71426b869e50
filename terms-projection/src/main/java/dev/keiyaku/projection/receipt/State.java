package dev.keiyaku.projection.receipt;

/** Where a consent stands; the names are those of DPV. */
enum State {
  /** The words were shown, and no decision is known. */
  REQUESTED("dpv:ConsentRequested"),
  /** The subscriber agreed. */
  GIVEN("dpv:ConsentGiven"),
  /** The subscriber withdrew it. */
  WITHDRAWN("dpv:ConsentWithdrawn"),
  /** The entry was a mistake, and a correction says so. */
  INVALIDATED("dpv:ConsentInvalidated");

  private final String term;

  State(String term) {
    this.term = term;
  }

  String term() {
    return term;
  }
}
