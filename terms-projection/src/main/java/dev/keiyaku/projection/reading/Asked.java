package dev.keiyaku.projection.reading;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Screening;
import dev.keiyaku.http.json.TimeRefused;
import dev.keiyaku.http.json.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of a request. One that is not known is refused by name: a misspelt filter
 * must not answer with everything. So is one that is sent twice, and an empty one.
 */
public final class Asked {

  private static final int LONGEST = 256;

  /** An offset whose plus sign was not escaped, and so arrived as a blank. */
  private static final Pattern BLANK_FOR_PLUS = Pattern.compile(" (?=\\d\\d:\\d\\d$)");

  private final MultiValueMap<String, String> sent;

  private Asked(MultiValueMap<String, String> sent) {
    this.sent = sent;
  }

  /**
   * Takes the parameters.
   *
   * @throws Problem UNKNOWN_FIELD or INVALID_FIELD naming the parameter
   */
  public static Asked of(MultiValueMap<String, String> sent, String... known) {
    var names = Set.of(known);
    sent.forEach((name, values) -> {
      if (!names.contains(name)) {
        throw Problem.of(ProblemCode.UNKNOWN_FIELD).violation(Screening.harmless(name), "unknown");
      }
      check(name, values);
    });
    return new Asked(sent);
  }

  public @Nullable String text(String name) {
    return sent.getFirst(name);
  }

  /**
   * An instant, UTC.
   *
   * @throws Problem TIME_WITHOUT_OFFSET or INVALID_FIELD
   */
  public @Nullable Instant instant(String name) {
    var text = text(name);
    try {
      return text == null
          ? null
          : Times.parse(BLANK_FOR_PLUS.matcher(text).replaceFirst("+")).toInstant();
    } catch (TimeRefused refused) {
      var code =
          refused.violation().equals("offset")
              ? ProblemCode.TIME_WITHOUT_OFFSET
              : ProblemCode.INVALID_FIELD;
      throw Problem.of(code).violation(name, refused.violation());
    }
  }

  /**
   * A whole number, from 0.
   *
   * @throws Problem INVALID_FIELD
   */
  public @Nullable Long number(String name) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw invalid(name, "number");
    }
    return Long.valueOf(text);
  }

  /**
   * One of an enumeration, by its name.
   *
   * @throws Problem INVALID_FIELD
   */
  public <E extends Enum<E>> @Nullable E one(String name, Class<E> of) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    for (var constant : of.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw invalid(name, "unknown-value");
  }

  private static void check(String name, List<String> values) {
    if (values.size() != 1) {
      throw invalid(name, "repeated");
    }
    var value = values.getFirst();
    if (value == null || value.isBlank()) {
      throw invalid(name, "blank");
    }
    if (value.length() > LONGEST) {
      throw invalid(name, "too-long");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw invalid(name, "invalid");
    }
  }

  private static Problem invalid(String name, String violation) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation(name, violation);
  }
}
