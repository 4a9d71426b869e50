package dev.keiyaku.contract.campaign;

import java.time.Instant;

/**
 * What the read side signs when it has counted a cohort, and the write side holds a command
 * against: whoever opens a campaign has seen the figures, and they are the read side's.
 *
 * @param client the OAuth2 client that asked; nobody else may use it
 * @param expiresAt UTC
 */
public record CohortPreview(Cohort cohort, String client, Instant expiresAt) {

  /** What its signature is for; a signature made for anything else is worth nothing here. */
  public static final String USE = "campaign cohort";
}
