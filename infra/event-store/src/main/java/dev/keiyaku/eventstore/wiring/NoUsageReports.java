package dev.keiyaku.eventstore.wiring;

import org.axonframework.updates.configuration.UsagePropertyProvider;

/** Axon reports its use to its vendor unless told not to. */
final class NoUsageReports implements UsagePropertyProvider {

  @Override
  public Boolean getDisabled() {
    return true;
  }

  @Override
  public String getUrl() {
    return "http://127.0.0.1:9/usage-is-not-reported";
  }

  @Override
  public int priority() {
    return Integer.MAX_VALUE;
  }
}
