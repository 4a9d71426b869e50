package dev.keiyaku.subscription.terms;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishing terms, recording their notices and withdrawing them; for the legal desk. */
@RestController
@RequestMapping("/v1/terms/{document}/versions")
class TermsController {

  static final Pattern DOCUMENT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final CommandDesk desk;

  TermsController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  ResponseEntity<byte[]> publish(
      Call call, @PathVariable String document, Submitted<Publication> sent) {
    if (!DOCUMENT.matcher(document).matches()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    var command = sent.body().command(document);
    var location = "/v1/terms/" + document + "/versions/" + command.version();
    return desk.created(call, sent.bytes(), command, location);
  }

  @PostMapping("/{version}/notices")
  ResponseEntity<byte[]> notice(
      Call call,
      @PathVariable String document,
      @PathVariable String version,
      Submitted<Notice> sent) {
    var command = sent.body().command(document, version, Uuid7.next().toString());
    var location = "/v1/terms/" + document + "/versions/" + version;
    return desk.created(call, sent.bytes(), command, location);
  }

  @PostMapping("/{version}/withdrawal")
  ResponseEntity<byte[]> withdraw(
      Call call,
      @PathVariable String document,
      @PathVariable String version,
      Submitted<Withdrawal> sent) {
    return desk.done(call, sent.bytes(), sent.body().command(document, version));
  }
}
