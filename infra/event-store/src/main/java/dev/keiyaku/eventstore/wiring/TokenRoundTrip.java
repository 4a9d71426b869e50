package dev.keiyaku.eventstore.wiring;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;

/** Whether a serializer gives a replay's token back as it was. */
final class TokenRoundTrip {

  private TokenRoundTrip() {}

  static void check(Serializer serializer) {
    TrackingToken token =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(7), new GlobalSequenceTrackingToken(3));
    Object back = serializer.deserialize(serializer.serialize(token, byte[].class));
    if (!token.equals(back)) {
      throw new IllegalStateException(token + " became " + back);
    }
  }
}
