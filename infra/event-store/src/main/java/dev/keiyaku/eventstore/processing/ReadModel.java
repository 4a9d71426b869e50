package dev.keiyaku.eventstore.processing;

/** The one processing group: every projector in it, so one token and one transaction for all. */
public final class ReadModel {

  /** The name of the group, and of its processor. */
  public static final String GROUP = "read-model";

  private ReadModel() {}
}
