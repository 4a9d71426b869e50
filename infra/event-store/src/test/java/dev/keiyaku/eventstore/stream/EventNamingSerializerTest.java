package dev.keiyaku.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.eventstore.UnknownEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventNamingSerializerTest {

  private static final Path SAMPLES =
      Path.of("../../subscription-service/contract/src/test/resources/events");
  private static final String NAME = "subscription.cancelled";

  private final EventNamingSerializer serializer = new EventNamingSerializer();

  static List<EventNames.Name> names() {
    return EventNames.events().stream().map(EventNames::nameOf).toList();
  }

  private static SerializedObject<String> stored(String json, String name, String revision) {
    return new SimpleSerializedObject<>(json, String.class, name, revision);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyApprovedSampleIsReadAndWrittenAsItIs(EventNames.Name name) throws IOException {
    String sample =
        Files.readString(SAMPLES.resolve(name.name() + "." + name.revision() + ".json")).strip();
    Object event =
        serializer.deserialize(stored(sample, name.name(), Integer.toString(name.revision())));
    SerializedObject<String> written = serializer.serialize(event, String.class);
    assertThat(written.getData()).isEqualTo(sample);
    assertThat(written.getType().getName()).isEqualTo(name.name());
  }

  @Test
  void metadataIsReadBack() {
    var metadata = MetaData.from(Map.of("actor", "taro"));
    Object back = serializer.deserialize(serializer.serialize(metadata, byte[].class));
    assertThat(back).isEqualTo(metadata);
  }

  @Test
  void anUnknownNameOrRevisionIsRefused() {
    assertThatThrownBy(() -> serializer.classForType(stored("{}", "no.such", "1").getType()))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage("Unknown event no.such / 1");
    assertThatThrownBy(() -> serializer.classForType(stored("{}", NAME, "2").getType()))
        .isInstanceOf(UnknownEventException.class);
    assertThatThrownBy(() -> serializer.classForType(stored("{}", NAME, "x").getType()))
        .isInstanceOf(UnknownEventException.class);
  }

  @Test
  void aFieldThatTheContractDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> serializer.deserialize(stored("{\"why\":1}", NAME, "1")))
        .isInstanceOf(UnknownEventException.class);
  }

  @Test
  void aClassWithoutANameIsNotWritten() {
    assertThatThrownBy(() -> serializer.serialize("text", String.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void renamingAClassWouldChangeNothingStored() {
    var event = new SubscriptionCancelled("s", "c", Instant.EPOCH, null);
    assertThat(serializer.serialize(event, String.class).getData())
        .doesNotContain("dev.keiyaku")
        .isEqualTo(
            """
            {"cancellationId":"c","effectiveAt":"1970-01-01T00:00:00Z","subscriptionId":"s"}\
            """);
  }
}
