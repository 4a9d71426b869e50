package dev.keiyaku.projection.receipt;

import dev.keiyaku.http.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * What the members mean in terms of DPV. It goes with every answer: whoever reads one years later
 * has to fetch nothing.
 */
final class JsonLd {

  static final String MEDIA_TYPE = "application/ld+json";

  static final Map<String, Object> CONTEXT = read();

  private JsonLd() {}

  private static Map<String, Object> read() {
    try (var in = JsonLd.class.getResourceAsStream("context.json")) {
      if (in == null) {
        throw new IllegalStateException("context.json is not packaged");
      }
      return StrictJson.mapper()
          .readValue(in.readAllBytes(), new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
