package dev.keiyaku.subscription.intake;

import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawn consents to items about data (第7条 1 (2) to (4)). */
@RestController
@RequestMapping("/v1/subscriptions/{id}/consent-withdrawals")
final class ConsentWithdrawalController {

  private final CommandDesk desk;

  ConsentWithdrawalController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<byte[]> withdraw(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.WithdrawingConsent> sent) {
    return desk.created(
        call,
        sent.bytes(),
        ConsentCommands.withdraw(Texts.id(id), sent.body()),
        "/v1/subscriptions/" + id);
  }

  @PostMapping("/{withdrawalId}/settlement")
  ResponseEntity<byte[]> settle(
      Call call,
      @PathVariable String id,
      @PathVariable String withdrawalId,
      Submitted<SubscriptionRequest.Settling> sent) {
    return desk.done(
        call, sent.bytes(), ConsentCommands.settle(Texts.id(id), withdrawalId, sent.body()));
  }
}
