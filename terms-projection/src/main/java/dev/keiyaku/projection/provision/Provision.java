package dev.keiyaku.projection.provision;

import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register: what somebody got, since when, and on which words that rests.
 *
 * @param provisionId made of the act, the item and the version bound by; stays the same
 * @param subscriberId whose data, by the operator's opaque customer id
 * @param at since when, UTC, after corrections; when it was agreed to, while nothing was provided
 * @param recordedAt when the act was recorded, UTC
 */
record Provision(
    String provisionId,
    String subscriptionId,
    String subscriberId,
    Recipient recipient,
    Manner manner,
    Standing standing,
    Instant at,
    Basis basis,
    Instant recordedAt) {

  /**
   * Who gets it.
   *
   * @param name the vendor's name as the version bound by has it, or the ISP's id
   */
  record Recipient(Kind kind, String name) {}

  /** What a recipient is to us. */
  enum Kind {
    VENDOR,
    /** 所属提携ISP. */
    PARTNER_ISP
  }

  /** How the data gets there. */
  enum Manner {
    /** 第7条 1 (2): the subscriber enters it there; it never passes us. */
    ENTERED_AT_RECIPIENT,
    /** 第7条 1 (3), (4). */
    STORED_AT_RECIPIENT,
    /** The contract's facts, by this API. */
    READABLE_BY_RECIPIENT
  }

  /** What became of it. */
  enum Standing {
    /** Agreed to, and nothing provided yet: there is no vendor account. */
    AGREED,
    PROVIDED,
    /** Agreed to, and never provided on these words: others bound when use began, or none. */
    NOT_PROVIDED,
    /** The act, or the application, was a mistaken entry. The entry stays. */
    VOIDED
  }

  /** On what ground. */
  enum Ground {
    EXPLICIT,
    IMPORTED_UNPROVEN,
    /** みなし合意: an amendment of what was accepted, bound by without an act (民法548条の4). */
    NOTICED_AMENDMENT
  }

  /**
   * On what it rests.
   *
   * @param acceptanceId the act, 本人の同意
   * @param version the version accepted by the act
   * @param contentSha256 hash of that version
   * @param item the item accepted, by its number in 第7条 1; 0 for the terms as a whole
   * @param clause the words accepted; null for the terms as a whole
   * @param boundBy the version bound by then, which names the recipient
   */
  record Basis(
      Ground ground,
      String acceptanceId,
      String eventId,
      Instant acceptedAt,
      String document,
      String version,
      String contentSha256,
      int item,
      @Nullable ClauseText clause,
      String boundBy) {}
}
