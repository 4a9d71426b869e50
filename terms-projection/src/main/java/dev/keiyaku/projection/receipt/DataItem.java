package dev.keiyaku.projection.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The items of 第7条 1 that are about data, in terms of the Data Privacy Vocabulary. The other items,
 * and the terms as a whole, are the contract's and no consent to processing.
 *
 * @see <a href="https://w3id.org/dpv">DPV</a>
 */
enum DataItem {
  /** (2): entered by the subscriber, at the vendor. */
  ENTERED(2, List.of("pd:EmailAddress", "pd:Password", "pd:TelephoneNumber"), "dpv:Collect"),
  /** (3): the account's information, stored at the vendor. */
  ACCOUNT(3, List.of("dpv:PersonalData"), "dpv:Store"),
  /** (4): the hashed password, stored at the vendor. */
  HASHED_PASSWORD(4, List.of("pd:Password"), "dpv:Store");

  private final int number;
  private final List<String> personalData;
  private final String processing;

  DataItem(int number, List<String> personalData, String processing) {
    this.number = number;
    this.personalData = personalData;
    this.processing = processing;
  }

  /** The one of that number in 第7条 1; empty when that is not about data. */
  static Optional<DataItem> of(int number) {
    return Arrays.stream(values()).filter(item -> item.number == number).findFirst();
  }

  List<String> personalData() {
    return personalData;
  }

  String processing() {
    return processing;
  }
}
