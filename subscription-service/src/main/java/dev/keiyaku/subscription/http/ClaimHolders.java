package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;

/** Says who is in the way of a claim, as far as the caller may know. */
public interface ClaimHolders {

  /** The refusal of a command whose claim another stream holds. */
  Problem refusal(ClaimTakenException taken, Caller caller);
}
