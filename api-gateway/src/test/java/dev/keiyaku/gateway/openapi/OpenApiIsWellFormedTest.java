package dev.keiyaku.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIsWellFormedTest {

  private final OpenApi api = OpenApi.load();

  @Test
  void itIsOpenApi31() {
    assertThat(api.root().path("openapi").stringValue()).startsWith("3.1.");
    var parsed = new OpenAPIV3Parser().readContents(api.text());
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(api.root().path("paths"));
  }

  @Test
  void everySchemaIsAJsonSchema() {
    api.root()
        .at("/components/schemas")
        .properties()
        .forEach(schema -> assertThat(api.errors(schema.getValue())).as(schema.getKey()).isEmpty());
  }

  @Test
  void everyReferenceResolves() {
    walk(api.root(), "", (_, node) -> api.resolve(node));
  }

  @Test
  void everyExampleIsValidAgainstItsSchema() {
    var wrong = new ArrayList<String>();
    walk(
        api.root(),
        "",
        (where, node) -> {
          if (node.isObject() && node.has("schema")) {
            for (var example : examples(node)) {
              api.errors(node.path("schema"), example)
                  .forEach(error -> wrong.add(where + ": " + error));
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRequestAndEveryAnswerHasAnExample() {
    var without = new ArrayList<String>();
    for (var operation : api.operations()) {
      walk(
          operation.node(),
          operation.toString(),
          (where, node) -> {
            if (where.endsWith("/application~1json") && examples(node).isEmpty()) {
              without.add(where);
            }
          });
    }
    assertThat(without).isEmpty();
  }

  private List<JsonNode> examples(JsonNode holder) {
    var examples = new ArrayList<JsonNode>();
    if (holder.has("example")) {
      examples.add(holder.path("example"));
    }
    for (var named : holder.path("examples")) {
      examples.add(api.resolve(named).path("value"));
    }
    return examples;
  }

  private static void walk(JsonNode node, String where, BiConsumer<String, JsonNode> visit) {
    visit.accept(where, node);
    node.properties()
        .forEach(field ->
            walk(
                field.getValue(),
                where + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                visit));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), where + "/" + i, visit);
      }
    }
  }
}
