package dev.keiyaku.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what this product never takes: passwords, e-mail addresses, telephone numbers, security
 * answers (第7条 1 (2)–(6)). By field name in every body, by value in subscriber-related free text.
 * What is looked for, and what cannot be found, is in {@code docs/personal-data.md}.
 */
public final class Screening {

  private static final int LONGEST_NAME = 64;

  private Screening() {}

  /**
   * Looks at every field name, at any depth, and at every text for characters that cannot be
   * stored.
   *
   * @throws Problem FORBIDDEN_PERSONAL_FIELD, or INVALID_FIELD for NUL and lone surrogates
   */
  public static void refuse(JsonNode body) {
    walk(body, "");
  }

  /**
   * Looks at a subscriber-related free text; null is harmless.
   *
   * @param path the field, for the answer
   * @throws Problem PERSONAL_DATA_IN_TEXT; it names the path and the kind, never the value
   */
  public static void freeText(String path, @Nullable String value) {
    if (value != null) {
      PersonalText.find(value)
          .ifPresent(kind -> {
            throw Problem.of(ProblemCode.PERSONAL_DATA_IN_TEXT).violation(path, kind);
          });
    }
  }

  /** A field name that someone sent, as an answer may show it: it may itself hold a value. */
  public static String harmless(String name) {
    if (plain(name)) {
      return name;
    }
    if (PersonalText.find(name).isPresent()) {
      return "***";
    }
    var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    return shown.codePoints().allMatch(Screening::visible) ? shown : "***";
  }

  /** Like every name that we know: no personal value is made of so few letters and nothing else. */
  private static boolean plain(String name) {
    return name.length() <= LONGEST_NAME
        && name.chars().allMatch(it -> 'a' <= it && it <= 'z' || 'A' <= it && it <= 'Z');
  }

  private static boolean visible(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE
        && Character.getType(character) != Character.FORMAT;
  }

  private static void walk(JsonNode node, String path) {
    if (node.isObject()) {
      node.properties().forEach(field -> field(field, path));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), path + "[" + i + "]");
      }
    } else if (node.isString() && !storable(node.stringValue())) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation(path.isEmpty() ? "$" : path, "text");
    }
  }

  private static void field(Map.Entry<String, JsonNode> field, String parent) {
    var name = harmless(field.getKey());
    var path = parent.isEmpty() ? name : parent + "." + name;
    if (PersonalName.names(field.getKey())) {
      throw Problem.of(ProblemCode.FORBIDDEN_PERSONAL_FIELD).violation(path, "personal-field");
    }
    walk(field.getValue(), path);
  }

  /** PostgreSQL has no NUL in a text, UTF-8 has no lone surrogate. */
  private static boolean storable(String text) {
    return text.codePoints()
        .allMatch(
            character -> character != 0 && Character.getType(character) != Character.SURROGATE);
  }
}
