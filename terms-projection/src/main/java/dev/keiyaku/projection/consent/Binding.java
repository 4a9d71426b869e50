package dev.keiyaku.projection.consent;

import dev.keiyaku.projection.consent.rule.BindingRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is bound by at an instant, as known at another. It is computed from acts and
 * notices; an acceptance is an act, and the two are never merged.
 *
 * @param document the terms document
 * @param basis on what ground; {@link Basis#NOT_BOUND} when by nothing
 * @param version the version that binds, null when none does
 * @param since since when it binds on this ground, UTC; null when none binds
 * @param until when the contract ended, UTC, if it had by the instant asked: this is what bound it
 *     until then; null while it lives
 * @param accepted the act on which it rests: of the latest version accepted that had begun; null
 *     when there is none
 * @param ahead an act that accepts a version whose start is yet to come; null when there is none
 * @param reason why, in plain words
 * @param notBinding the later versions that had begun and do not bind, and why, by their start
 * @param rules the notified rules that bind as parts of that version (第2条4), and those that do not
 */
public record Binding(
    String document,
    Basis basis,
    @Nullable String version,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Acceptance accepted,
    @Nullable Acceptance ahead,
    Words reason,
    List<NotBinding> notBinding,
    BindingRules rules) {

  /** On what ground a version binds. */
  public enum Basis {
    /** The subscriber accepted that version. */
    EXPLICIT,
    /** みなし合意: bound without an act (民法548条の4). */
    NOTICED_AMENDMENT,
    /** By no version. */
    NOT_BOUND
  }

  /**
   * A version that had begun and does not bind.
   *
   * @param startsAt when it began, UTC; null when open
   */
  public record NotBinding(
      String version, @Nullable Instant startsAt, Because because, Words reason) {}

  /** Why a version does not bind. */
  public enum Because {
    /** No notice is recorded, and it is a condition (民法548条の4第3項). */
    NOT_NOTICED,
    /** The first notice came when the version had begun. */
    NOTICED_TOO_LATE,
    /** It binds only who accepts it. */
    NEEDS_CONSENT,
    /** It amends nothing: no ground of an amendment is recorded. */
    NO_AMENDMENT,
    /** The first acceptance came when it was in force: there was nothing to amend. */
    ACCEPTED_AFTERWARDS,
    /** It is an editorial correction of a version that does not bind either. */
    CORRECTS_WHAT_DOES_NOT_BIND,
    /** There was no contract, or it had ended. */
    NO_CONTRACT
  }
}
