package dev.keiyaku.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.contract.EventNames;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that is stored: the same event gives the same bytes. Properties in alphabetical order,
 * absent ones left out, instants in ISO-8601 UTC.
 */
public final class EventJson {

  private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

  private EventJson() {}

  /** The mapper, for samples and tests. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Gives a builder the settings of the stored JSON. */
  public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .changeDefaultPropertyInclusion(_ ->
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        // A field that the contract does not know is an event that it does not know.
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  /**
   * Reads an event.
   *
   * @throws UnknownEventException when the contract does not know the name and revision, or the
   *     text does not fit them
   */
  static DomainEvent event(String name, int revision, String json) {
    Class<?> type =
        EventNames.classOf(name, revision)
            .orElseThrow(
                () -> new UnknownEventException("Unknown event " + name + " / " + revision));
    try {
      return (DomainEvent) MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new UnknownEventException("Unreadable event " + name + " / " + revision, e);
    }
  }

  static Map<String, String> metadata(String json) {
    return MAPPER.readValue(json, new TypeReference<>() {});
  }
}
