package dev.keiyaku.contract.terms;

/** On what ground an amended version binds those who agreed to an earlier one (民法548条の4). */
public enum AmendmentBasis {
  /** 民法548条の4第1項1号: to the general benefit; a notice is recorded but no condition. */
  GENERAL_BENEFIT,
  /** 民法548条の4第1項2号: reasonable; without notice before its effective date it has no effect (第3項). */
  REASONABLE_CHANGE,
  /** It binds only who accepts it. */
  INDIVIDUAL_CONSENT
}
