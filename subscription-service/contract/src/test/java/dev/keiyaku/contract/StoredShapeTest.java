package dev.keiyaku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape under which each event is stored, against its approved sample. A sample never changes:
 * a changed shape is a new revision with a sample of its own, an upcaster and an ADR. The event
 * store holds its own writer to the same samples.
 */
class StoredShapeTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  static Stream<DomainEvent> events() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void isTheApprovedOne(DomainEvent event) throws IOException {
    assertThat(MAPPER.writeValueAsString(event)).isEqualTo(sample(event));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isReadBackAsItWas(DomainEvent event) throws IOException {
    assertThat(MAPPER.readValue(sample(event), event.getClass())).isEqualTo(event);
  }

  @Test
  void everyEventHasASample() {
    assertThat(events().map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(EventNames.events());
  }

  @Test
  void everyNameIsFoundAgain() {
    for (var event : EventNames.events()) {
      var name = EventNames.nameOf(event);
      assertThat(EventNames.classOf(name.name(), name.revision())).hasValue(event);
    }
    assertThat(EventNames.classOf("subscription.suspended", 99)).isEmpty();
  }

  private static String sample(DomainEvent event) throws IOException {
    var name = EventNames.nameOf(event.getClass());
    var file = "/events/" + name.name() + "." + name.revision() + ".json";
    try (InputStream sample = StoredShapeTest.class.getResourceAsStream(file)) {
      assertThat(sample).as("an approved sample at %s", file).isNotNull();
      return new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
