package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Receipts;
import dev.keiyaku.eventstore.StoreBusyException;
import dev.keiyaku.eventstore.StoredReceipt;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.problem.Outages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.ResponseEntity;

/**
 * Takes one command through to its answer, at most once. The first success is said again for ever;
 * a refusal is decided again. On the happy path no receipt is read: it is looked up only when the
 * decision refuses, a precondition fails or the append conflicts.
 */
public final class CommandDesk {

  private static final int ATTEMPTS = 4;

  private final CommandGateway gateway;
  private final Receipts receipts;
  private final Refusal refusal;
  private final Running running;

  CommandDesk(CommandGateway gateway, Receipts receipts, ClaimHolders holders, Running running) {
    this.gateway = gateway;
    this.receipts = receipts;
    this.refusal = new Refusal(holders);
    this.running = running;
  }

  /**
   * Answers 200 with the handler's {@link Outcome}.
   *
   * @param body the request's bytes as sent
   * @throws Problem whatever was refused
   */
  public ResponseEntity<byte[]> done(Call call, byte[] body, Object command) {
    return answer(new Answering(call, mac(call, body), 200, null), command);
  }

  /**
   * Answers 201 with the handler's {@link Outcome}.
   *
   * @param body the request's bytes as sent
   * @param location where what was created can be read
   * @throws Problem whatever was refused
   */
  public ResponseEntity<byte[]> created(Call call, byte[] body, Object command, String location) {
    return answer(new Answering(call, mac(call, body), 201, location), command);
  }

  private ResponseEntity<byte[]> answer(Answering answering, Object command) {
    return running.alone(answering.call(), () -> decide(answering, command));
  }

  private ResponseEntity<byte[]> decide(Answering answering, Object command) {
    for (int attempt = 1; ; attempt++) {
      var request = attempt == 1 ? new AppendRequest() : AppendRequest.fresh();
      try {
        gateway.sendAndWait(message(answering, request, command));
        return Answering.first(request);
      } catch (RuntimeException e) {
        var first = firstAnswer(answering, e);
        if (first.isPresent()) {
          return first.get();
        } else if (!decidesAgain(attempt, answering.call(), e)) {
          throw refusal.of(e, answering.call());
        }
      }
    }
  }

  private static CommandMessage<?> message(
      Answering answering, AppendRequest request, Object command) {
    var call = answering.call();
    var metadata = Sender.metadata(call.caller());
    metadata.put(AppendRequest.KEY, request);
    metadata.put(Answering.KEY, answering);
    if (call.ifMatch() != null) {
      metadata.put(IfMatch.KEY, call.ifMatch());
    }
    return GenericCommandMessage.asCommandMessage(command).withMetaData(metadata);
  }

  /**
   * What was decided from memory is decided once more on what the store says, since a refusal
   * appends nothing that the store could check. After that, only when someone appended to the
   * stream meanwhile; a client with a precondition hears of it instead.
   */
  private static boolean decidesAgain(int attempt, Call call, RuntimeException e) {
    if (attempt == 1) {
      return !Outages.isOutage(e) && Refusal.find(e, StoreBusyException.class) == null;
    }
    return attempt < ATTEMPTS
        && call.ifMatch() == null
        && Refusal.find(e, ConcurrencyException.class) != null;
  }

  private Optional<ResponseEntity<byte[]>> firstAnswer(Answering answering, RuntimeException why) {
    if (Outages.isOutage(why)) {
      return Optional.empty();
    }
    var call = answering.call();
    var found = find(call, why);
    if (found.isPresent()
        && !MessageDigest.isEqual(found.get().receipt().requestMac(), answering.mac())) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
    return found.map(stored -> Answering.again(stored.receipt(), stored.position()));
  }

  private Optional<StoredReceipt> find(Call call, RuntimeException why) {
    try {
      return receipts.find(call.caller().client(), call.key().value());
    } catch (RuntimeException e) {
      e.addSuppressed(why);
      throw refusal.of(e, call);
    }
  }

  /** The same body elsewhere is another request. */
  private byte[] mac(Call call, byte[] body) {
    var request = new ByteArrayOutputStream();
    request.writeBytes(call.target().getBytes(StandardCharsets.UTF_8));
    request.write('\n');
    request.writeBytes(body);
    return receipts.mac(request.toByteArray());
  }
}
