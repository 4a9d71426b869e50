package dev.keiyaku.subscription.intake;

import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 利用中止 (第15条). */
@RestController
@RequestMapping("/v1/subscriptions/{id}/suspensions")
final class SuspensionController {

  private final CommandDesk desk;

  SuspensionController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<byte[]> suspend(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Suspending> sent) {
    return desk.created(
        call, sent.bytes(), Commands.suspend(Texts.id(id), sent.body()), "/v1/subscriptions/" + id);
  }

  @PostMapping("/{suspensionId}/lift")
  ResponseEntity<byte[]> lift(
      Call call,
      @PathVariable String id,
      @PathVariable String suspensionId,
      Submitted<SubscriptionRequest.Ending> sent) {
    return desk.done(call, sent.bytes(), Commands.lift(Texts.id(id), suspensionId, sent.body()));
  }

  @PostMapping("/{suspensionId}/withdrawal")
  ResponseEntity<byte[]> withdraw(
      Call call,
      @PathVariable String id,
      @PathVariable String suspensionId,
      Submitted<SubscriptionRequest.Withdrawing> sent) {
    return desk.done(
        call, sent.bytes(), Commands.withdraw(Texts.id(id), suspensionId, sent.body()));
  }
}
