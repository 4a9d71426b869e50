package dev.keiyaku.subscription.intake;

import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objections to amendments. */
@RestController
@RequestMapping("/v1/subscriptions/{id}/objections")
final class ObjectionController {

  private final CommandDesk desk;

  ObjectionController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<byte[]> object(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Objecting> sent) {
    return desk.created(
        call,
        sent.bytes(),
        ConsentCommands.object(Texts.id(id), sent.body()),
        "/v1/subscriptions/" + id);
  }

  @PostMapping("/{objectionId}/withdrawal")
  ResponseEntity<byte[]> withdraw(
      Call call,
      @PathVariable String id,
      @PathVariable String objectionId,
      Submitted<SubscriptionRequest.WithdrawingObjection> sent) {
    return desk.done(
        call, sent.bytes(), ConsentCommands.withdraw(Texts.id(id), objectionId, sent.body()));
  }
}
