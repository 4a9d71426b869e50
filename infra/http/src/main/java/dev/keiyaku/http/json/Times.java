package dev.keiyaku.http.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * RFC 3339 with an offset in, {@code +09:00} out, microseconds at the finest. Years 1900 to 9999.
 */
public final class Times {

  private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

  private Times() {}

  /** For {@link Instant} and {@link OffsetDateTime}. */
  public static JacksonModule module() {
    return new SimpleModule("times")
        .addDeserializer(Instant.class, new In())
        .addDeserializer(OffsetDateTime.class, new InWithOffset())
        .addSerializer(Instant.class, new Out());
  }

  /** A time as answers show it, for example {@code 2023-07-01T00:00:00+09:00}. */
  public static String show(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(JAPAN));
  }

  /**
   * Reads a time that someone sent.
   *
   * @throws TimeRefused when it has no offset, is none, or lies outside the years 1900 to 9999
   */
  public static OffsetDateTime parse(String text) {
    OffsetDateTime time;
    try {
      time = OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException e) {
      throw new TimeRefused(withoutOffset(text) ? "offset" : "invalid");
    }
    if (time.getYear() < 1900 || time.getYear() > 9999) {
      throw new TimeRefused("time-range");
    }
    return time;
  }

  private static boolean withoutOffset(String text) {
    try {
      LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String text(JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      context.reportInputMismatch(type, "a time is a string");
    }
    return parser.getString();
  }

  private static final class In extends StdDeserializer<Instant> {
    In() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      return parse(text(parser, context, Instant.class)).toInstant();
    }
  }

  private static final class InWithOffset extends StdDeserializer<OffsetDateTime> {
    InWithOffset() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
      return parse(text(parser, context, OffsetDateTime.class));
    }
  }

  private static final class Out extends StdSerializer<Instant> {
    Out() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
      out.writeString(show(value));
    }
  }
}
