package dev.keiyaku.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class IdempotencyKeyTest {

  private static final String LONGEST = "k".repeat(255);

  @ParameterizedTest
  @ValueSource(strings = {"8e03978e", "\"8e03978e\"", "  8e03978e ", "\t\"8e03978e\" "})
  void itIsAQuotedStringAndTheSameWithoutQuotes(String sent) {
    assertThat(key(sent)).isEqualTo("8e03978e");
  }

  @Test
  void insideTheQuotesAQuoteAndABackslashAreEscaped() {
    assertThat(key("\"a\\\"b\\\\c\"")).isEqualTo("a\"b\\c");
  }

  @Test
  void withoutQuotesNothingIsAnEscape() {
    assertThat(key("a\\b\"c")).isEqualTo("a\\b\"c");
  }

  @Test
  void itMayBe255CharactersLongWhateverQuotesAndEscapesAdd() {
    assertThat(key(LONGEST)).isEqualTo(LONGEST);
    assertThat(key("\"" + "\\\\".repeat(255) + "\"")).hasSize(255);
  }

  static Stream<String> malformed() {
    return Stream.of(
        "",
        " ",
        "\"\"",
        "\"",
        LONGEST + "k",
        "\"" + LONGEST + "k\"",
        "\"open",
        "\"two\" \"strings\"",
        "\"parameters\";a=1",
        "\"a\\nb\"",
        "\"ends with an escape\\\"",
        "two words",
        "\"two words\"",
        "tab\there",
        "control\u0001",
        "delete\u007f",
        "\"line\nbreak\"",
        "キー",
        "\"キー\"");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatIsNoKeyIsNone(String sent) {
    assertRefused(List.of(sent));
  }

  @Test
  void noneIsRefusedAndSoAreSeveral() {
    assertRefused(List.of());
    assertRefused(List.of("one", "other"));
    assertRefused(List.of("same", "same"));
  }

  private static String key(String sent) {
    return IdempotencyKey.of(headers(List.of(sent))).value();
  }

  private static void assertRefused(List<String> sent) {
    var refusal = catchThrowableOfType(Problem.class, () -> IdempotencyKey.of(headers(sent)));
    assertThat(refusal.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_MISSING);
    assertThat(refusal.code().status().value()).isEqualTo(400);
  }

  private static HttpHeaders headers(List<String> sent) {
    var headers = new HttpHeaders();
    sent.forEach(value -> headers.add(IdempotencyKey.HEADER, value));
    return headers;
  }
}
