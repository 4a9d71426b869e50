package dev.keiyaku.gateway.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API document that is served. */
final class OpenApi {

  private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

  /** In which a whole document may stand beside one of its schemas. */
  private static final Dialect JSON_SCHEMA =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("components"))
          .build();

  /** A method of a path, such as {@code GET /v1/events}. */
  record Operation(String method, String path, JsonNode node) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final String text;
  private final JsonNode root;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(
          JSON_SCHEMA,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private OpenApi(String text) {
    this.text = text;
    this.root = new YAMLMapper().readTree(text);
  }

  static OpenApi load() {
    try (InputStream file = OpenApi.class.getResourceAsStream("/static/openapi.yaml")) {
      return new OpenApi(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    return root.at("/paths").properties().stream().flatMap(OpenApi::operations).toList();
  }

  private static Stream<Operation> operations(Map.Entry<String, JsonNode> path) {
    return path.getValue().properties().stream()
        .map(method ->
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
  }

  /** The node itself, or what its {@code $ref} names. */
  JsonNode resolve(JsonNode node) {
    var ref = node.path("$ref");
    if (!ref.isString()) {
      return node;
    }
    var named = root.at(ref.stringValue().substring(1));
    if (named.isMissingNode()) {
      throw new IllegalStateException("Nothing at " + ref.stringValue());
    }
    return named;
  }

  /** What is wrong with a value by a schema of this document. */
  List<Error> errors(JsonNode schema, JsonNode value) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.set("components", root.path("components"));
    whole.putArray("allOf").add(schema);
    return schemas.getSchema(whole).validate(value);
  }

  /** What is wrong with a schema, by JSON Schema 2020-12. */
  List<Error> errors(JsonNode schema) {
    return schemas.getSchema(SchemaLocation.of(META_SCHEMA)).validate(schema);
  }
}
