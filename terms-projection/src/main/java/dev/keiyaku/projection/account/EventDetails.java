package dev.keiyaku.projection.account;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionSuspended.Notice;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.projection.reading.Disclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event says, as JSON for a caller: sealed texts opened, or marked. */
@Component
public class EventDetails {

  private static final List<String> SHOWN_BESIDE =
      List.of("subscriptionId", "effectiveAt", "reason");

  private final Disclosure disclosure;

  EventDetails(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /**
   * The fields of the event itself, without its id and time and reason, which stand beside them.
   *
   * @param subscriber whose texts they are
   */
  public JsonNode of(SubscriptionEvent event, String subscriber, Caller caller) {
    ObjectNode details = StrictJson.mapper().valueToTree(event);
    details.remove(SHOWN_BESIDE);
    var id = event.subscriptionId();
    switch (event) {
      case SubscriptionSuspended suspended -> {
        put(details, "note", suspended.note(), Purposes.suspensionNote(id), subscriber, caller);
        var notice = suspended.notice();
        if (notice != null) {
          put(notice, (ObjectNode) details.get("notice"), id, subscriber, caller);
        }
      }
      case TermsAccepted accepted -> {
        var display = accepted.display();
        if (display != null) {
          var shown = (ObjectNode) details.get("display");
          var evidence = display.evidence();
          put(shown, "evidence", evidence, Purposes.displayEvidence(id), subscriber, caller);
        }
      }
      case TermsDisplayed displayed -> {
        var purpose = Purposes.displayEvidence(id);
        put(details, "evidence", displayed.evidence(), purpose, subscriber, caller);
      }
      case AmendmentObjected objected -> {
        var purpose = Purposes.objectionStatement(id);
        put(details, "statement", objected.statement(), purpose, subscriber, caller);
      }
      case ConsentWithdrawn withdrawn -> {
        var purpose = Purposes.withdrawalStatement(id);
        put(details, "statement", withdrawn.statement(), purpose, subscriber, caller);
      }
      default -> {}
    }
    return details;
  }

  private void put(Notice notice, ObjectNode shown, String id, String subscriber, Caller caller) {
    var because = notice.impossibleBecause();
    put(shown, "impossibleBecause", because, Purposes.noticeImpossible(id), subscriber, caller);
  }

  private void put(
      ObjectNode in,
      String field,
      @Nullable SealedText sealed,
      String purpose,
      String subscriber,
      Caller caller) {
    var revealed = disclosure.to(caller, subscriber, purpose, sealed);
    if (revealed != null) {
      in.set(field, StrictJson.mapper().<JsonNode>valueToTree(revealed));
    }
  }
}
