package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.terms.TermsHistory;
import java.util.List;

/** Who is concerned by a consent, each by an id of ours: no name but those in the terms. */
final class Parties {

  /** 当社. */
  static final String OPERATOR = "urn:keiyaku:operator";

  private Parties() {}

  static String subscriber(String subscriberId) {
    return "urn:keiyaku:subscriber:" + subscriberId;
  }

  /** The vendor that a version names. */
  static String vendor(String document, String version) {
    return "urn:keiyaku:terms:" + document + ":" + version + "#vendor";
  }

  static List<ConsentRecord.Party> of(
      String subscriberId, String document, String version, TermsHistory terms) {
    return List.of(
        new ConsentRecord.Party(
            subscriber(subscriberId), List.of("dpv:DataSubject"), "principal", null),
        new ConsentRecord.Party(OPERATOR, List.of("dpv:DataController"), "controller", "当社"),
        new ConsentRecord.Party(
            vendor(document, version),
            List.of("dpv:Recipient", "dpv:ThirdParty"),
            "thirdParty",
            vendorName(version, terms)));
  }

  /** A version that was accepted is known: nobody can accept another. */
  private static String vendorName(String version, TermsHistory terms) {
    return terms
        .version(version)
        .orElseThrow(() -> new IllegalStateException("No version " + version))
        .published()
        .content()
        .vendor()
        .name();
  }
}
