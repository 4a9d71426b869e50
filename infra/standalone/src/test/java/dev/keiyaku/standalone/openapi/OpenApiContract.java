package dev.keiyaku.standalone.openapi;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds exchanges of the running services against the API document: the operation, the status, the
 * headers, the body, and the codes of refusals that the operation names.
 */
public final class OpenApiContract {

  private static final String PROBLEM = "application/problem+json";
  private static final JsonMapper JSON = new JsonMapper();

  /** In which a whole document may stand beside one of its schemas. */
  private static final Dialect JSON_SCHEMA =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("components"))
          .build();

  private final JsonNode api;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(
          JSON_SCHEMA,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private OpenApiContract(String yaml) {
    this.api = new YAMLMapper().readTree(yaml);
  }

  /** The document of this repository. */
  public static OpenApiContract checkedIn() {
    try {
      return of(
          Files.readString(Path.of("../../api-gateway/src/main/resources/static/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document as it is served. */
  public static OpenApiContract of(String yaml) {
    return new OpenApiContract(yaml);
  }

  /**
   * Refuses an exchange that the document does not describe.
   *
   * @throws AssertionError naming everything that differs
   */
  public void check(Exchange exchange) {
    var differences = differences(exchange);
    if (!differences.isEmpty()) {
      throw new AssertionError(exchange + " is not as documented: " + differences);
    }
  }

  /** Everything in which an exchange differs from the document; empty when nothing does. */
  public List<String> differences(Exchange exchange) {
    var operation = operation(exchange);
    if (operation.isMissingNode()) {
      return undescribed(exchange);
    }
    var answer = resolve(operation.path("responses").path(Integer.toString(exchange.status())));
    if (answer.isMissingNode()) {
      return List.of("status " + exchange.status() + " is not named");
    }
    var differences = new ArrayList<String>();
    headers(exchange, answer, differences);
    body(exchange, answer, differences);
    request(exchange, operation, differences);
    return differences;
  }

  /** Only a path, or a method, that is not there may be answered without an operation. */
  private static List<String> undescribed(Exchange exchange) {
    return List.of(401, 404, 405).contains(exchange.status())
        ? List.of()
        : List.of("there is no such operation");
  }

  private void headers(Exchange exchange, JsonNode answer, List<String> differences) {
    for (var described : answer.path("headers").properties()) {
      var header = resolve(described.getValue());
      var value = exchange.header(described.getKey());
      if (!value.isEmpty()) {
        differences(described.getKey(), header.path("schema"), scalar(value), differences);
      } else if (header.path("required").asBoolean(false)) {
        differences.add("header " + described.getKey() + " is missing");
      }
    }
  }

  private static JsonNode scalar(String value) {
    return value.matches("-?[0-9]{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
        : StringNode.valueOf(value);
  }

  private void body(Exchange exchange, JsonNode answer, List<String> differences) {
    var described = answer.path("content");
    if (described.isEmpty() || described.has("*/*")) {
      return;
    }
    var content = described.path(exchange.mediaType());
    if (content.isMissingNode()) {
      differences.add("media type " + exchange.mediaType() + " is not named");
    } else if (exchange.mediaType().endsWith("json")) {
      differences("body", content.path("schema"), json(exchange.body()), differences);
    }
    var code = exchange.mediaType().equals(PROBLEM) ? code(exchange) : "";
    if (!code.isEmpty() && !content.path("examples").has(code)) {
      differences.add("the refusal " + code + " is not named");
    }
  }

  /** What was taken must be what the document lets one send. */
  private void request(Exchange exchange, JsonNode operation, List<String> differences) {
    var schema = operation.at("/requestBody/content/application~1json/schema");
    if (exchange.sent() != null && exchange.status() < 300 && !schema.isMissingNode()) {
      differences("request", schema, json(exchange.sent()), differences);
    }
  }

  private void differences(String what, JsonNode schema, JsonNode value, List<String> differences) {
    var whole = JsonNodeFactory.instance.objectNode();
    whole.set("components", api.path("components"));
    whole.putArray("allOf").add(schema);
    schemas.getSchema(whole).validate(value).forEach(error -> differences.add(what + error));
  }

  private JsonNode operation(Exchange exchange) {
    return api.path("paths").properties().stream()
        .filter(path -> matches(path.getKey(), exchange.path()))
        .min((one, other) ->
            Boolean.compare(one.getKey().contains("{"), other.getKey().contains("{")))
        .map(path -> path.getValue().path(exchange.method().toLowerCase(Locale.ROOT)))
        .orElseGet(JsonNodeFactory.instance::missingNode);
  }

  private static boolean matches(String template, String path) {
    var wanted = template.split("/", -1);
    var asked = path.split("/", -1);
    if (wanted.length != asked.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(asked[i])) {
        return false;
      }
    }
    return true;
  }

  private JsonNode resolve(JsonNode node) {
    var ref = node.path("$ref");
    return ref.isString() ? api.at(ref.stringValue().substring(1)) : node;
  }

  private static String code(Exchange exchange) {
    return json(exchange.body()).path("code").asString("");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return StringNode.valueOf(text);
    }
  }
}
