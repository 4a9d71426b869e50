package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.http.StrictJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a command that succeeds will be answered, now and whenever its key comes again. Travels with
 * the command in memory, so that the receipt is in the append request before the commit.
 */
record Answering(Call call, byte[] mac, int status, @Nullable String location) {

  static final String KEY = "keiyaku.answering";

  Receipt receipt(Outcome outcome) {
    var body = new String(StrictJson.write(outcome), StandardCharsets.UTF_8);
    return new Receipt(
        call.caller().client(), call.key().value(), mac, status, location, outcome.version(), body);
  }

  static ResponseEntity<byte[]> first(AppendRequest done) {
    var receipt = done.receipt();
    if (receipt == null) {
      throw new IllegalStateException("The command left no receipt: is its interceptor wired?");
    }
    return answer(receipt, done.position()).body(bytes(receipt));
  }

  static ResponseEntity<byte[]> again(Receipt receipt, long position) {
    return answer(receipt, position).header("Idempotency-Replayed", "true").body(bytes(receipt));
  }

  private static ResponseEntity.BodyBuilder answer(Receipt receipt, long position) {
    var answer =
        ResponseEntity.status(receipt.status())
            .contentType(MediaType.APPLICATION_JSON)
            .eTag("\"" + receipt.version() + "\"")
            .header("Keiyaku-Position", Long.toString(position));
    return receipt.location() == null ? answer : answer.location(URI.create(receipt.location()));
  }

  private static byte[] bytes(Receipt receipt) {
    return receipt.body().getBytes(StandardCharsets.UTF_8);
  }
}
