package dev.keiyaku.subscription.campaign;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.http.Call;
import dev.keiyaku.subscription.http.CommandDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening campaigns and closing them; for the legal desk. */
@RestController
@RequestMapping("/v1/campaigns")
class CampaignController {

  private final CommandDesk desk;
  private final PreviewKey key;

  CampaignController(CommandDesk desk, PreviewKey key) {
    this.desk = desk;
    this.key = key;
  }

  @PostMapping
  ResponseEntity<byte[]> open(Call call, Submitted<CampaignRequest.Opening> sent) {
    var id = Uuid7.next().toString();
    var command = sent.body().command(id, call.caller().client(), key);
    return desk.created(call, sent.bytes(), command, "/v1/campaigns/" + id);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<byte[]> close(
      Call call, @PathVariable String id, Submitted<CampaignRequest.Closing> sent) {
    return desk.done(call, sent.bytes(), sent.body().command(id));
  }
}
