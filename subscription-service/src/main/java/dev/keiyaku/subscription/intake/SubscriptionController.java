package dev.keiyaku.subscription.intake;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The life of a subscription, its suspensions aside. */
@RestController
@RequestMapping("/v1/subscriptions")
final class SubscriptionController {

  private final CommandDesk desk;

  SubscriptionController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<byte[]> apply(Call call, Submitted<SubscriptionRequest.Applying> sent) {
    var id = Uuid7.text();
    return desk.created(call, sent.bytes(), Commands.apply(id, sent.body()), at(id));
  }

  @PostMapping("/{id}/activation")
  ResponseEntity<byte[]> activate(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Activating> sent) {
    return desk.done(call, sent.bytes(), Commands.activate(Texts.id(id), sent.body()));
  }

  @PostMapping("/{id}/cancellation")
  ResponseEntity<byte[]> cancel(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Ending> sent) {
    return desk.created(call, sent.bytes(), Commands.cancel(Texts.id(id), sent.body()), at(id));
  }

  @PostMapping("/{id}/cancellation/withdrawal")
  ResponseEntity<byte[]> withdraw(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Withdrawing> sent) {
    return desk.done(call, sent.bytes(), Commands.withdraw(Texts.id(id), sent.body()));
  }

  @PostMapping("/{id}/terms-acceptances")
  ResponseEntity<byte[]> accept(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Accepting> sent) {
    return desk.created(call, sent.bytes(), Commands.accept(Texts.id(id), sent.body()), at(id));
  }

  @PostMapping("/{id}/corrections")
  ResponseEntity<byte[]> correct(
      Call call, @PathVariable String id, Submitted<SubscriptionRequest.Correcting> sent) {
    return desk.created(call, sent.bytes(), Commands.correct(Texts.id(id), sent.body()), at(id));
  }

  private static String at(String id) {
    return "/v1/subscriptions/" + id;
  }
}
