package dev.keiyaku.projection.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered, as JSON-LD: plain JSON to whoever leaves the context aside. */
sealed interface ConsentAnswers {

  /** The stream version that it shows. */
  long version();

  /**
   * Every consent record of a subscription.
   *
   * @param version the stream version that it shows
   * @param records one a data item and act
   * @param assents the contract's acts of acceptance, which are no consent to processing
   */
  record OfSubscription(
      @JsonProperty("@context") Map<String, Object> context,
      String id,
      String type,
      String subscription,
      String principal,
      long version,
      Instant asOf,
      @Nullable Instant knownAt,
      List<ConsentRecord> records,
      List<TermsAcceptance> assents)
      implements ConsentAnswers {}

  /**
   * The copy that is handed out of what one act consented to.
   *
   * @param version the stream version that it shows
   * @param records one a data item
   */
  record Receipt(
      @JsonProperty("@context") Map<String, Object> context,
      String id,
      String type,
      ReceiptHeader header,
      long version,
      List<ConsentRecord> records,
      TermsAcceptance assent)
      implements ConsentAnswers {}

  /**
   * Of which act.
   *
   * @param issued as of when it tells, UTC
   */
  record ReceiptHeader(
      List<String> conformsTo,
      String receiptId,
      String principal,
      String subscription,
      String acceptance,
      String language,
      Instant issued) {

    static final String RECEIPT = "https://w3id.org/dpv/schema/dpv-27560#receipt";
  }
}
