package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.Objection;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What flags an account, as intervals.
 *
 * @param objections those that stand after corrections, withdrawn ones included, by time
 * @param consentWithdrawals those that stand after corrections, settled ones included, by time
 */
record Flags(List<Objection> objections, List<ConsentWithdrawal> consentWithdrawals) {

  static final Flags NONE = new Flags(List.of(), List.of());

  /** Those raised at an instant, UTC, while the contract lives. */
  Set<Flag> at(Instant at) {
    var raised = EnumSet.noneOf(Flag.class);
    if (objections.stream().anyMatch(objection -> objection.standsAt(at))) {
      raised.add(Flag.OBJECTION);
    }
    if (consentWithdrawals.stream().anyMatch(withdrawal -> withdrawal.waitsAt(at))) {
      raised.add(Flag.CONSENT_WITHDRAWN);
    }
    return raised;
  }
}
