package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Screening;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import dev.keiyaku.subscription.terms.rule.RuleCommand.EndRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recording notified rules, and ending them; for the legal desk. */
@RestController
@RequestMapping("/v1/terms/{document}/rules")
class RuleController {

  private final CommandDesk desk;

  RuleController(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * The end of a rule as it is sent.
   *
   * @param endsOn the first day in Japan on which it no longer applies
   */
  record End(@Nullable LocalDate endsOn, @Nullable String reason) {

    EndRule command(String document, String rule) {
      var why = Fields.text(reason, "reason", 2_000);
      Screening.freeText("reason", why);
      return new EndRule(document, rule, Fields.required(endsOn, "endsOn"), why);
    }
  }

  @PostMapping
  ResponseEntity<byte[]> take(
      Call call, @PathVariable String document, Submitted<RuleNotification> sent) {
    var command = sent.body().command(document);
    var location = "/v1/terms/" + document + "/rules/" + command.rule();
    return desk.created(call, sent.bytes(), command, location);
  }

  @PostMapping("/{rule}/end")
  ResponseEntity<byte[]> end(
      Call call, @PathVariable String document, @PathVariable String rule, Submitted<End> sent) {
    return desk.done(call, sent.bytes(), sent.body().command(document, rule));
  }
}
