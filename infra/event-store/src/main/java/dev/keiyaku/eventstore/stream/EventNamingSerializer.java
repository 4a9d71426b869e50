package dev.keiyaku.eventstore.stream;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.UnknownEventException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Events by their logical names, never by class names. Anything that the contract does not name is
 * refused, where Axon would skip it silently.
 */
public final class EventNamingSerializer extends Jackson3Serializer {

  public EventNamingSerializer() {
    super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::configure));
  }

  @Override
  public SerializedType typeForClass(Class type) {
    if (type == null || type == Void.class || MetaData.class.isAssignableFrom(type)) {
      return super.typeForClass(type);
    }
    var name = EventNames.nameOf(type);
    return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (type.equals(SerializedType.emptyType())
        || type.getName().equals(MetaData.class.getName())) {
      return super.classForType(type);
    }
    return EventNames.classOf(type.getName(), revision(type))
        .orElseThrow(() ->
            new UnknownEventException(
                "Unknown event " + type.getName() + " / " + type.getRevision()));
  }

  private static int revision(SerializedType type) {
    try {
      return Integer.parseInt(type.getRevision());
    } catch (NumberFormatException e) {
      throw new UnknownEventException(
          "Unknown event " + type.getName() + " / " + type.getRevision(), e);
    }
  }

  @Override
  public <S, T> T deserialize(SerializedObject<S> stored) {
    try {
      return super.deserialize(stored);
    } catch (SerializationException e) {
      throw new UnknownEventException("Unreadable event " + stored.getType(), e);
    }
  }
}
