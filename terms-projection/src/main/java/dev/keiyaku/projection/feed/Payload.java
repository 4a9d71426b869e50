package dev.keiyaku.projection.feed;

import dev.keiyaku.eventstore.EventJson;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A payload as the feed shows it: ciphertext is for nobody. */
final class Payload {

  /** The fields of {@link dev.keiyaku.contract.SealedText}, and of nothing else in the contract. */
  private static final Set<String> SEALED = Set.of("key", "ciphertext");

  private Payload() {}

  static JsonNode masked(String stored) {
    return masked(EventJson.mapper().readTree(stored));
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (isSealed(object)) {
        return JsonNodeFactory.instance.objectNode().put("sealed", true);
      }
      var names = object.properties().stream().map(field -> field.getKey()).toList();
      names.forEach(name -> object.set(name, masked(object.get(name))));
    } else if (node.isArray()) {
      node.forEach(Payload::masked);
    }
    return node;
  }

  private static boolean isSealed(ObjectNode object) {
    return object.properties().stream()
        .map(field -> field.getKey())
        .collect(Collectors.toSet())
        .equals(SEALED);
  }
}
