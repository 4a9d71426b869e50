package dev.keiyaku.contract.subscription;

/** The grounds of 第15条 1: a closed list. */
public enum SuspensionGround {
  /** (1) 当社の設備の保守上又は工事上やむを得ないとき. */
  MAINTENANCE(1),
  /** (2) 天災、事変、その他の非常事態. */
  DISASTER(2),
  /** (3) malfunction that makes continued provision remarkably hard. */
  MALFUNCTION(3),
  /** (4) the vendor's circumstances, so that the subscriber cannot use the service at all. */
  VENDOR(4),
  /** (5) to defend our equipment against unauthorized access. */
  UNAUTHORIZED_ACCESS(5);

  private final int item;

  SuspensionGround(int item) {
    this.item = item;
  }

  /** The item's number in 第15条 1. */
  public int item() {
    return item;
  }

  /** The path of the ground's clause in a version. */
  public String path() {
    return "art15/p1/i" + item;
  }

  /** The article as a person cites it, such as 第15条1項(4). */
  public String article() {
    return "第15条1項(" + item + ")";
  }
}
