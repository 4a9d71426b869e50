package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import dev.keiyaku.subscription.terms.TermsCommand.DraftTermsVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafting versions, and publishing what was drafted; for the legal desk. */
@RestController
@RequestMapping("/v1/terms/{document}")
class DraftController {

  private final CommandDesk desk;
  private final DraftShelf drafts;

  DraftController(CommandDesk desk, DraftShelf drafts) {
    this.desk = desk;
    this.drafts = drafts;
  }

  /**
   * Which draft is to be published.
   *
   * @param contentSha256 of the draft that was read
   */
  record Reviewed(@Nullable String contentSha256) {}

  @PostMapping("/drafts")
  ResponseEntity<byte[]> draft(
      Call call, @PathVariable String document, Submitted<Publication> sent) {
    if (!TermsController.DOCUMENT.matcher(document).matches()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    var draft = sent.body().command(document);
    return desk.created(
        call,
        sent.bytes(),
        new DraftTermsVersion(TermsDraftEvent.stream(document), draft),
        "/v1/terms/" + document + "/drafts/" + draft.version());
  }

  @PostMapping("/versions/{version}/publication")
  ResponseEntity<byte[]> publish(
      Call call,
      @PathVariable String document,
      @PathVariable String version,
      Submitted<Reviewed> sent) {
    var reviewed = Fields.text(sent.body().contentSha256(), "contentSha256", 64);
    return desk.created(
        call,
        sent.bytes(),
        drafts.publication(document, version, reviewed),
        "/v1/terms/" + document + "/versions/" + version);
  }
}
