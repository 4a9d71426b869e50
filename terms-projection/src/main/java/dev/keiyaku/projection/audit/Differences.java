package dev.keiyaku.projection.audit;

import dev.keiyaku.eventstore.EventJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two values field by field, as JSON; rows of a list are matched by their ids. An act of
 * acceptance has a row per item: {@code consent[019b…/3].clauseSha256}.
 */
final class Differences {

  private static final List<String> IDS =
      List.of(
          "/suspensionId",
          "/declared/suspensionId",
          "/declared/objectionId",
          "/declared/withdrawalId",
          "/acceptanceId",
          "/eventId",
          "/sequence");

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  static List<Difference> between(String name, @Nullable Object folded, @Nullable Object live) {
    var differences = new Differences();
    differences.compare(name, tree(folded), tree(live));
    return List.copyOf(differences.found);
  }

  private void compare(String field, @Nullable JsonNode folded, @Nullable JsonNode live) {
    if (folded == null || live == null) {
      if (folded != live) {
        found.add(new Difference(field, folded, live));
      }
    } else if (folded.isObject() && live.isObject()) {
      each(field + ".", "", members(folded), members(live));
    } else if (folded.isArray() && live.isArray()) {
      each(field + "[", "]", rows(folded), rows(live));
    } else if (!folded.equals(live)) {
      found.add(new Difference(field, folded, live));
    }
  }

  private void each(
      String before, String after, Map<String, JsonNode> folded, Map<String, JsonNode> live) {
    var names = new LinkedHashSet<>(folded.keySet());
    names.addAll(live.keySet());
    names.forEach(name -> compare(before + name + after, folded.get(name), live.get(name)));
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    var members = new LinkedHashMap<String, JsonNode>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static Map<String, JsonNode> rows(JsonNode array) {
    var rows = new LinkedHashMap<String, JsonNode>();
    for (int i = 0; i < array.size(); i++) {
      var id = id(array.get(i));
      rows.put(id == null || rows.containsKey(id) ? Integer.toString(i) : id, array.get(i));
    }
    return rows;
  }

  private static @Nullable String id(JsonNode row) {
    return IDS.stream()
        .map(row::at)
        .filter(JsonNode::isValueNode)
        .findFirst()
        .map(id -> id.asString() + (row.has("item") ? "/" + row.get("item").asString() : ""))
        .orElse(null);
  }

  private static @Nullable JsonNode tree(@Nullable Object value) {
    return value == null ? null : EventJson.mapper().<JsonNode>valueToTree(value);
  }
}
