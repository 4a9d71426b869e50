package dev.keiyaku.eventstore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one command appends beside its events: {events, claims, receipt, keys} are written together
 * or not at all, and only if the premises hold. Carried by the command's metadata under {@link
 * #KEY}, so that whoever sent the command learns the position afterwards; handlers reach it by
 * {@link #current()}. Not thread-safe: it belongs to one command.
 */
public final class AppendRequest {

  /** The metadata key. The request travels in memory only and is never stored. */
  public static final String KEY = "keiyaku.append-request";

  private final boolean fresh;
  private final List<Claim> claims = new ArrayList<>();
  private final List<NewKey> keys = new ArrayList<>();
  private final Set<Premise> premises = new LinkedHashSet<>();
  private @Nullable Receipt receipt;
  private OptionalLong position = OptionalLong.empty();
  private boolean watched;

  /** Of a command that may be decided from memory; what it rests on is checked at the append. */
  public AppendRequest() {
    this(false);
  }

  private AppendRequest(boolean fresh) {
    this.fresh = fresh;
  }

  /**
   * Of a command that is decided on what the store says, for memory had it refused: a refusal
   * appends nothing, so that no check would find it wrong.
   */
  public static AppendRequest fresh() {
    return new AppendRequest(true);
  }

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

  /** Whether memory may not be used; true outside a unit of work as well. */
  public static boolean asksTheStore() {
    return !CurrentUnitOfWork.isStarted() || current().fresh;
  }

  /** Adds what the decision rests on. */
  public void restsOn(Premise premise) {
    refuseWhenAppended();
    premises.add(premise);
  }

  /** Adds a key that a text of an event is sealed under. */
  public void key(NewKey key) {
    refuseWhenAppended();
    mustBeAppended();
    keys.add(key);
  }

  public List<NewKey> keys() {
    return List.copyOf(keys);
  }

  public Set<Premise> premises() {
    return Set.copyOf(premises);
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

  /**
   * Claims, receipt and keys are written with events; without one they would be lost without a
   * word.
   */
  private void mustBeAppended() {
    if (CurrentUnitOfWork.isStarted() && !watched) {
      watched = true;
      CurrentUnitOfWork.get().root().onCommit(_ -> refuseWhenNotAppended());
    }
  }

  private void refuseWhenNotAppended() {
    if (!appended()) {
      throw new IllegalStateException("A claim, a receipt or a key needs an event beside it");
    }
  }
}
