package dev.keiyaku.eventstore;

/** A command already succeeded under this client and key; nothing was appended. */
public class ReceiptExistsException extends RuntimeException {

  private final String client;
  private final String key;

  public ReceiptExistsException(String client, String key) {
    super("A receipt exists for the key of client " + client);
    this.client = client;
    this.key = key;
  }

  public String client() {
    return client;
  }

  /** The idempotency key. */
  public String key() {
    return key;
  }
}
