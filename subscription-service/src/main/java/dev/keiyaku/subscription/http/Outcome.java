package dev.keiyaku.subscription.http;

/**
 * What a command handler returns: the answer's body. It is stored in the receipt as it is, so it
 * never holds a reason, a note or any other personal text.
 */
public interface Outcome {

  /** The stream version that the command brought, counted from 0; it becomes the ETag. */
  long version();
}
