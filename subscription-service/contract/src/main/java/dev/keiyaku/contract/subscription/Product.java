package dev.keiyaku.contract.subscription;

/** The product lines of the source. */
public enum Product {
  /** マイセキュア. */
  MYSECURE("mysecure"),
  /** マイセキュア(1ライセンス)タイプ2, limited by 第5条 3. */
  MYSECURE_1LICENSE_TYPE2("mysecure");

  private final String document;

  Product(String document) {
    this.document = document;
  }

  /** The terms document under which the product is sold. */
  public String document() {
    return document;
  }
}
