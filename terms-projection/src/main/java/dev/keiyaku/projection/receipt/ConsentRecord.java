package dev.keiyaku.projection.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act's consent to one item about data: the sections header, processing, parties and events of
 * ISO/IEC TS 27560:2023. Whoever is concerned is named by an opaque id.
 *
 * @param status the last state by the instant asked, as a DPV term
 * @param consentType how it was expressed; null when nobody recorded what was shown
 * @param events what happened by the instant asked, by time
 */
record ConsentRecord(
    String id,
    String type,
    Header header,
    String status,
    @Nullable String consentType,
    List<Processing> processing,
    List<Party> parties,
    List<Event> events) {

  static final String RECORD = "https://w3id.org/dpv/schema/dpv-27560#record";
  static final String ISO_27560 = "https://www.iso.org/standard/80392.html";

  /**
   * Of which consent it is.
   *
   * @param conformsTo the schemas that it follows
   * @param principal the data subject, by the operator's opaque customer id
   * @param acceptance the act that gave it
   * @param item its number in 第7条 1
   * @param created when the act was recorded, UTC
   */
  record Header(
      List<String> conformsTo,
      String recordId,
      String principal,
      String subscription,
      String acceptance,
      int item,
      String language,
      Instant created) {}

  /**
   * What is done with which data.
   *
   * @param lawfulBasis 本人の同意
   * @param recipient the party that gets the data
   */
  record Processing(
      String type,
      Notice notice,
      String purpose,
      String lawfulBasis,
      List<String> personalData,
      List<String> processing,
      String recipient,
      String jurisdiction) {}

  /**
   * The words agreed to.
   *
   * @param id the clause in its version
   * @param contentSha256 hash of the whole version
   * @param clauseSha256 hash of the clause agreed to, lower-case hex
   * @param text the clause, verbatim; null when its words are not those that were agreed to
   */
  record Notice(
      String id,
      String type,
      String document,
      String version,
      String contentSha256,
      String path,
      String clauseSha256,
      @Nullable String label,
      @Nullable String text,
      String language) {}

  /**
   * Somebody concerned.
   *
   * @param name as the terms call it; null for the subscriber, who is known by an id only
   */
  record Party(String id, List<String> type, String role, @Nullable String name) {}

  /**
   * What happened.
   *
   * @param type the state that it brought, as a DPV term
   * @param time when it holds, UTC, after corrections
   * @param recorded when it was recorded, UTC
   * @param by who did it, by id
   * @param basis how we know of the act; null of other events
   */
  record Event(
      String id,
      String type,
      String state,
      Instant time,
      Instant recorded,
      String by,
      @Nullable String basis) {}
}
