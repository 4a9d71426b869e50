package dev.keiyaku.eventstore;

/** Another holder has the key over an overlapping interval; nothing was appended. */
public class ClaimTakenException extends RuntimeException {

  private final String key;
  private final String holder;

  public ClaimTakenException(String key, String holder) {
    super("The claim is held by " + holder);
    this.key = key;
    this.holder = holder;
  }

  /** The key as claimed. */
  public String key() {
    return key;
  }

  /** Who has it. */
  public String holder() {
    return holder;
  }
}
