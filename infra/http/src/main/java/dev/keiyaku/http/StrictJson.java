package dev.keiyaku.http;

import dev.keiyaku.http.json.JsonRefusal;
import dev.keiyaku.http.json.Times;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API speaks it. In: screened first, unknown fields and duplicate names refused, no
 * coercion, times with an offset. Out: times as {@code +09:00}, absent instead of null.
 */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Enum,
              value -> value.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .changeDefaultPropertyInclusion(inclusion ->
              inclusion.withValueInclusion(
                  com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .addModule(Times.module())
          .build();

  private StrictJson() {}

  /** The mapper of the API, for codecs; to read a request use {@link #read}. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads a request body.
   *
   * @throws Problem MALFORMED_JSON, FORBIDDEN_PERSONAL_FIELD, UNKNOWN_FIELD, INVALID_FIELD,
   *     MISSING_FIELD or TIME_WITHOUT_OFFSET; it never carries a value of the body
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return type.cast(read(body, MAPPER.constructType(type)));
  }

  /** As {@link #read(byte[], Class)}, for generic types. */
  public static Object read(byte[] body, Type type) {
    return read(body, MAPPER.constructType(type));
  }

  /** Writes an answer. */
  public static byte[] write(Object answer) {
    return MAPPER.writeValueAsBytes(answer);
  }

  private static Object read(byte[] body, JavaType type) {
    var tree = parse(body);
    Screening.refuse(tree);
    try {
      Object value = MAPPER.treeToValue(tree, type);
      if (value == null) {
        throw Problem.of(ProblemCode.MALFORMED_JSON);
      }
      return value;
    } catch (JacksonException e) {
      throw JsonRefusal.of(e);
    }
  }

  private static JsonNode parse(byte[] body) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(body);
    } catch (JacksonException e) {
      // Not kept as the cause: parsers quote what they could not read.
      throw Problem.of(ProblemCode.MALFORMED_JSON);
    }
    if (tree == null || tree.isMissingNode()) {
      throw Problem.of(ProblemCode.MALFORMED_JSON);
    }
    return tree;
  }
}
