package dev.keiyaku.subscription.intake;

import static dev.keiyaku.http.Fields.required;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.subscription.subscription.FreeText;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acceptances from checked requests. */
final class Acceptances {

  private Acceptances() {}

  static SubscriptionCommand.Acceptance of(SubscriptionRequest.@Nullable Acceptance asked) {
    var sent = required(asked, "acceptance");
    return new SubscriptionCommand.Acceptance(
        Uuid7.text(),
        Texts.opaque(sent.document(), "acceptance.document"),
        Texts.opaque(sent.version(), "acceptance.version"),
        Texts.sha256(sent.contentSha256(), "acceptance.contentSha256"),
        items(required(sent.items(), "acceptance.items")),
        display(sent.display()));
  }

  private static List<Integer> items(List<@Nullable Integer> sent) {
    return sent.stream().map(item -> required(item, "acceptance.items")).toList();
  }

  private static SubscriptionCommand.@Nullable Display display(
      SubscriptionRequest.@Nullable Display sent) {
    return sent == null
        ? null
        : new SubscriptionCommand.Display(
            Uuid7.text(),
            required(sent.displayedAt(), "acceptance.display.displayedAt"),
            evidence(sent));
  }

  /** Kept together as one sealed text: where it was shown, in which language, to which client. */
  private static @Nullable FreeText evidence(SubscriptionRequest.Display sent) {
    var evidence = new LinkedHashMap<String, String>();
    put(evidence, "locale", sent.locale());
    put(evidence, "place", sent.place());
    put(evidence, "userAgent", sent.userAgent());
    return evidence.isEmpty()
        ? null
        : new FreeText(new String(StrictJson.write(evidence), StandardCharsets.UTF_8));
  }

  private static void put(
      LinkedHashMap<String, String> evidence, String name, @Nullable String text) {
    if (text != null) {
      evidence.put(name, Texts.screenedIfSent(text, "acceptance.display." + name));
    }
  }
}
