package dev.keiyaku.http;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Every refusal there is: a stable code and its status. Titles and details are in {@code
 * problems_ja.properties} and {@code problems_en.properties}; {@code docs/problems.md} lists all.
 */
public enum ProblemCode {
  // what was sent
  MALFORMED_JSON(400),
  MALFORMED_REQUEST(400),
  UNKNOWN_FIELD(400),
  INVALID_FIELD(400),
  MISSING_FIELD(400),
  TIME_WITHOUT_OFFSET(400),
  FORBIDDEN_PERSONAL_FIELD(422),
  PERSONAL_DATA_IN_TEXT(422),
  BODY_TOO_LARGE(413),
  BODY_TOO_SLOW(408),
  UNSUPPORTED_MEDIA_TYPE(415),
  NOT_ACCEPTABLE(406),

  // who asks, and for what
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  OTHER_ISP(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  RATE_LIMITED(429),

  // once, and in order
  IDEMPOTENCY_KEY_MISSING(400),
  IDEMPOTENCY_KEY_IN_USE(409),
  IDEMPOTENCY_KEY_REUSED(422),
  PRECONDITION_FAILED(412),
  PRECONDITION_REQUIRED(428),
  CONCURRENT_CHANGE(409),
  VERSION_NOT_REACHED(503),

  // the house itself
  INTERNAL(500),
  UNAVAILABLE(503),
  TIMEOUT(504),

  // applying and accepting
  ACCEPTANCE_ITEM_MISSING(422),
  ALREADY_SUBSCRIBED(409),
  DISPLAYED_HASH_MISMATCH(422),
  NOT_ELIGIBLE(422),
  NO_TERMS_IN_FORCE(422),
  TERMS_VERSION_NOT_IN_FORCE(422),
  TERMS_VERSION_UNKNOWN(422),

  // the life of a subscription
  ALREADY_ACTIVATED(409),
  ALREADY_CANCELLED(409),
  NOT_LIVE(409),
  NO_CANCELLATION_PENDING(409),
  SUBSCRIPTION_CANCELLED(409),
  SUSPENSION_ALREADY_BEGUN(409),
  SUSPENSION_NOT_BEGUN(409),
  SUSPENSION_NOT_OPEN(409),
  SUSPENSION_UNKNOWN(404),

  // objections and withdrawn consents
  ALREADY_OBJECTED(409),
  AMENDMENT_NOT_APPLICABLE(422),
  CONSENT_ALREADY_WITHDRAWN(409),
  CONSENT_WITHDRAWAL_SETTLED(409),
  CONSENT_WITHDRAWAL_UNKNOWN(404),
  OBJECTION_NOT_STANDING(409),
  OBJECTION_UNKNOWN(404),
  SETTLEMENT_UNFOUNDED(409),

  // the two times
  BACKDATED_TOO_FAR(422),
  CONTRADICTS_LATER_ENTRY(409),
  EFFECTIVE_BEFORE_APPLICATION(422),
  EFFECTIVE_IN_FUTURE(422),
  REASON_REQUIRED(422),

  // corrections
  CORRECTION_NOT_ALLOWED(409),
  EVENT_UNKNOWN(404),

  // the terms
  COMPARISON_TOO_LONG(422),
  NOTICE_INVALID(422),
  RULE_ENDED(409),
  RULE_EXISTS(409),
  RULE_INVALID(422),
  TERMS_INVALID(422),
  TERMS_VERSION_BEGUN(409),
  TERMS_VERSION_EXISTS(409),
  TERMS_VERSION_FOLLOWED(409),
  TERMS_VERSION_WITHDRAWN(409),

  // campaigns
  CAMPAIGN_CLOSED(409),
  CAMPAIGN_TARGET_UNSUITABLE(422),
  COHORT_EMPTY(422),
  COHORT_NOT_SETTLED(503),
  PREVIEW_EXPIRED(422),
  PREVIEW_INVALID(422);

  private final HttpStatus status;

  ProblemCode(int status) {
    this.status = HttpStatus.valueOf(status);
  }

  public HttpStatus status() {
    return status;
  }

  /** The {@code type} member, for example {@code urn:keiyaku:problem:not-found}. */
  public String type() {
    return "urn:keiyaku:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
