package dev.keiyaku.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  enum Ground {
    DISASTER
  }

  record Inner(@Nullable Instant at, int plan) {}

  record Outer(
      @Nullable String name,
      @Nullable Ground ground,
      @Nullable Inner inner,
      @Nullable List<Inner> list) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"x\":1} | UNKNOWN_FIELD | x",
        "{\"inner\":{\"plan\":1,\"y\":2}} | UNKNOWN_FIELD | inner.y",
        "{\"list\":[{\"plan\":1},{\"plan\":1,\"z\":0}]} | UNKNOWN_FIELD | list[1].z",
        "{\"taro@example.jp\":1} | UNKNOWN_FIELD | ***",
        "{\"name\":1} | INVALID_FIELD | name",
        "{\"name\":true} | INVALID_FIELD | name",
        "{\"ground\":\"FLOOD\"} | INVALID_FIELD | ground",
        "{\"ground\":0} | INVALID_FIELD | ground",
        "{\"inner\":{\"plan\":\"1\"}} | INVALID_FIELD | inner.plan",
        "{\"inner\":{\"plan\":1.5}} | INVALID_FIELD | inner.plan",
        "{\"inner\":{\"plan\":null}} | INVALID_FIELD | inner.plan",
        "{\"inner\":[]} | INVALID_FIELD | inner",
        "{\"inner\":{\"plan\":1,\"at\":\"2023-07-01T00:00:00\"}} | TIME_WITHOUT_OFFSET | inner.at",
        "{\"inner\":{\"plan\":1,\"at\":\"2023-07-01\"}} | TIME_WITHOUT_OFFSET | inner.at",
        "{\"inner\":{\"plan\":1,\"at\":\"yesterday\"}} | INVALID_FIELD | inner.at",
        "{\"inner\":{\"plan\":1,\"at\":1688137200}} | INVALID_FIELD | inner.at",
        "{\"inner\":{\"plan\":1,\"at\":\"0001-01-01T00:00:00Z\"}} | INVALID_FIELD | inner.at"
      })
  void whatWasNotAskedForIsRefusedByItsPath(String body, ProblemCode code, String path) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.violations()).extracting(Violation::path).containsExactly(path);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "{", "{\"name\":\"a\",\"name\":\"b\"}", "{} {}", "{'a':1}"})
  void whatIsNotOneJsonValueIsRefused(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_JSON);
              assertThat(problem.getCause()).isNull();
            });
  }

  @Test
  void timesComeWithAnyOffsetAndLeaveInJapan() {
    var read = read("{\"inner\":{\"plan\":1,\"at\":\"2023-06-30T15:00:00.1234567Z\"}}");
    assertThat(read.inner()).isEqualTo(new Inner(Instant.parse("2023-06-30T15:00:00.123456Z"), 1));
    assertThat(new String(StrictJson.write(read), StandardCharsets.UTF_8))
        .isEqualTo("{\"inner\":{\"at\":\"2023-07-01T00:00:00.123456+09:00\",\"plan\":1}}");
  }

  private static Outer read(String body) {
    return StrictJson.read(body.getBytes(StandardCharsets.UTF_8), Outer.class);
  }
}
