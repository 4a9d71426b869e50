package dev.keiyaku.projection.receipt;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.keiyaku.http.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The schema that the gateway serves. */
final class PublishedSchema {

  static final Path FILE =
      Path.of("../api-gateway/src/main/resources/static/schemas/consent.schema.json");

  private final Schema schema;

  PublishedSchema() {
    schema =
        SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                registry ->
                    registry.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
            .getSchema(document());
  }

  static JsonNode document() {
    try {
      return StrictJson.mapper().readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In what an answer differs from it; empty when in nothing. */
  List<String> differences(JsonNode answer) {
    return schema.validate(answer).stream().map(Object::toString).toList();
  }
}
