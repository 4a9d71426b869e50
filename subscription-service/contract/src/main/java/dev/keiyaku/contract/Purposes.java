package dev.keiyaku.contract;

/**
 * What a sealed text is for: bound into its ciphertext, so that one can't be passed off as another.
 * The subscription's id makes each purpose its own.
 */
public final class Purposes {

  private Purposes() {}

  /** Why an event was entered, whatever the event. */
  public static String reason(String subscriptionId) {
    return "subscription/reason/" + subscriptionId;
  }

  /** An agent's note on a suspension. */
  public static String suspensionNote(String subscriptionId) {
    return "subscription.suspended/note/" + subscriptionId;
  }

  /** Why no notice of a suspension could be given beforehand. */
  public static String noticeImpossible(String subscriptionId) {
    return "subscription.suspended/notice/" + subscriptionId;
  }

  /** What was shown to the subscriber, where, and to which client. */
  public static String displayEvidence(String subscriptionId) {
    return "subscription.terms-accepted/display/" + subscriptionId;
  }

  /** What a subscriber said when objecting to an amendment. */
  public static String objectionStatement(String subscriptionId) {
    return "subscription.amendment-objected/statement/" + subscriptionId;
  }

  /** What a subscriber said when withdrawing a consent. */
  public static String withdrawalStatement(String subscriptionId) {
    return "subscription.consent-withdrawn/statement/" + subscriptionId;
  }
}
