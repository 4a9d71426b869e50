package dev.keiyaku.contract.terms;

/** By which way a notice reached subscribers. */
public enum NoticeChannel {
  WEB,
  EMAIL,
  LETTER,
  ISP_SITE
}
