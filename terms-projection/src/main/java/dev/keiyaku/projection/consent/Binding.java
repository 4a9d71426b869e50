package dev.keiyaku.projection.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the version in force binds a subscriber at an instant. Computed when asked; never merged
 * with acceptance, which is an act.
 *
 * @param document the terms document
 * @param inForce the version in force at the instant; null when none is
 * @param basis on what ground that version binds, or that it does not
 * @param boundBy the version that does bind: the one in force, or an earlier one; null when none
 * @param since from when {@code boundBy} binds, UTC; null when none does
 * @param acceptanceId the act behind it; null when there is none
 * @param noticeId the notice that made an amendment bind; null when none did
 */
public record Binding(
    String document,
    @Nullable String inForce,
    Basis basis,
    Reason reason,
    @Nullable String boundBy,
    @Nullable Instant since,
    @Nullable String acceptanceId,
    @Nullable String noticeId) {

  /** On what ground. */
  public enum Basis {
    /** By an act of the subscriber. */
    EXPLICIT,
    /** By an amendment, without an act (民法548条の4). */
    NOTICED_AMENDMENT,
    /** Not by the version in force. */
    NOT_BOUND
  }

  /** Why. */
  public enum Reason {
    /** That version was accepted. */
    ACCEPTED,
    /** It was taken over as accepted, without a record of the display. */
    ACCEPTED_UNPROVEN,
    /** 民法548条の4第1項1号: to the general benefit. */
    GENERAL_BENEFIT,
    /** 民法548条の4第1項2号, noticed before it took effect (第3項). */
    NOTICED_IN_TIME,
    /** 民法548条の4第3項: no notice before it took effect. */
    NO_NOTICE_IN_TIME,
    /** It binds only who accepts it. */
    NEEDS_CONSENT,
    /** No earlier version was accepted either. */
    NOTHING_ACCEPTED,
    /** The contract does not live at the instant. */
    NOT_LIVE,
    /** No version is in force at the instant. */
    NOTHING_IN_FORCE
  }
}
