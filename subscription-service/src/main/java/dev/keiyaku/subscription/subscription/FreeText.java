package dev.keiyaku.subscription.subscription;

/** Words about a subscriber, on their way to the vault: no log, receipt or answer shows them. */
public record FreeText(String words) {

  @Override
  public String toString() {
    return "***";
  }
}
