package dev.keiyaku.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one command appends beside its events: {events, claims, receipt} are written together or not
 * at all. Carried by the command's metadata under {@link #KEY}, so that whoever sent the command
 * learns the position afterwards; handlers reach it by {@link #current()}. Not thread-safe: it
 * belongs to one command.
 */
public final class AppendRequest {

  /** The metadata key. The request travels in memory only and is never stored. */
  public static final String KEY = "keiyaku.append-request";

  private final List<Claim> claims = new ArrayList<>();
  private @Nullable Receipt receipt;
  private OptionalLong position = OptionalLong.empty();
  private boolean watched;

  /**
   * The request of the command being handled.
   *
   * @throws IllegalStateException outside a unit of work
   */
  public static AppendRequest current() {
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    return unit.getMessage().getMetaData().get(KEY) instanceof AppendRequest sent
        ? sent
        : unit.getOrComputeResource(KEY, _ -> new AppendRequest());
  }

  /** Adds a claim; the last one given for a key and holder counts. */
  public void claim(Claim claim) {
    refuseWhenAppended();
    mustBeAppended();
    claims.removeIf(c -> c.key().equals(claim.key()) && c.holder().equals(claim.holder()));
    claims.add(claim);
  }

  /**
   * Sets the receipt.
   *
   * @throws IllegalStateException when there is one
   */
  public void receipt(Receipt receipt) {
    refuseWhenAppended();
    if (this.receipt != null) {
      throw new IllegalStateException("One command has one receipt");
    }
    mustBeAppended();
    this.receipt = receipt;
  }

  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  public @Nullable Receipt receipt() {
    return receipt;
  }

  /** Whether it is durable. */
  public boolean appended() {
    return position.isPresent();
  }

  /**
   * The global index of the last event appended.
   *
   * @throws IllegalStateException before the commit
   */
  public long position() {
    return position.orElseThrow(() -> new IllegalStateException("Nothing is appended yet"));
  }

  /** For the store: the request is durable, and ends at this global index. */
  public void appendedAt(long globalIndex) {
    refuseWhenAppended();
    position = OptionalLong.of(globalIndex);
  }

  private void refuseWhenAppended() {
    if (appended()) {
      throw new IllegalStateException("This request is appended: one command, one request");
    }
  }

  /** Claims and receipt are written with events; without one they would be lost without a word. */
  private void mustBeAppended() {
    if (CurrentUnitOfWork.isStarted() && !watched) {
      watched = true;
      CurrentUnitOfWork.get().root().onCommit(_ -> refuseWhenNotAppended());
    }
  }

  private void refuseWhenNotAppended() {
    if (!appended()) {
      throw new IllegalStateException("A claim or a receipt needs an event beside it");
    }
  }
}
