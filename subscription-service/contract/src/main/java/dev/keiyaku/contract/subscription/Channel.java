package dev.keiyaku.contract.subscription;

import org.jspecify.annotations.Nullable;

/**
 * Where an application was made (第7条 1).
 *
 * @param isp the partner ISP applied through; null for the operator's own office
 */
public record Channel(Kind kind, @Nullable String isp) {

  /** The two channels that the terms know. */
  public enum Kind {
    /** マイセキュア取扱所. */
    OWN_OFFICE,
    /** 提携ISP. */
    PARTNER_ISP
  }
}
