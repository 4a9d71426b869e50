package dev.keiyaku.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

  private final ProblemTexts texts = new ProblemTexts();

  @ParameterizedTest
  @EnumSource
  void everyCodeHasATitleInBothLanguages(ProblemCode code) {
    for (var language : Language.values()) {
      assertThat(texts.title(code, language))
          .as("%s in %s", code, language)
          .isNotEqualTo(code.name());
    }
    assertThat(texts.title(code, Language.JA)).isNotEqualTo(texts.title(code, Language.EN));
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeSaysWhatIsWrongWithNothingLeftToFill(ProblemCode code) {
    for (var language : Language.values()) {
      var known = Stream.of("一", "two", "三").limit(arguments(code, language).size()).toArray();
      var detail = texts.detail(Problem.of(code).detail(known), language);
      assertThat(detail)
          .as("%s in %s", code, language)
          .isNotBlank()
          .isNotEqualTo(texts.title(code, language))
          .doesNotContainPattern("[{}]|''");
      assertThat(known).allSatisfy(argument -> assertThat(detail).contains((String) argument));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "BODY_TOO_LARGE"})
  void whereNoArgumentMayBeKnownThereAreOtherWords(ProblemCode code) {
    for (var language : Language.values()) {
      assertThat(texts.detail(Problem.of(code), language)).isNotBlank().doesNotContain("{");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesTakeTheSameArguments(ProblemCode code) {
    assertThat(arguments(code, Language.EN)).isEqualTo(arguments(code, Language.JA));
  }

  @Test
  void aDetailThatLacksAnArgumentIsLeftOut() {
    var half = Problem.of(ProblemCode.NOT_ELIGIBLE).detail("2023-07-01");
    assertThat(texts.detail(half, Language.JA)).isNull();
    assertThat(texts.detail(half.detail("2023-07-01", "第5条 3"), Language.JA)).contains("第5条 3");
  }

  @Test
  void aDetailNamesTheFieldsThatAreWrong() {
    var problem = Problem.of(ProblemCode.MISSING_FIELD).violation("channel.kind", "required");
    assertThat(texts.detail(problem, Language.EN)).isEqualTo("The field channel.kind is required.");
    assertThat(texts.violation(problem.violations().getFirst(), Language.JA)).isEqualTo("必須です");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en-US,en;q=0.9|EN", "ja|JA", "fr|JA", "en;q=0.1,ja;q=0.9|JA", "*|JA", "!!|JA"})
  void japaneseUnlessEnglishIsPreferred(String header, Language language) {
    assertThat(Language.of(header)).isEqualTo(language);
    assertThat(Language.of(null)).isEqualTo(Language.JA);
  }

  private Set<String> arguments(ProblemCode code, Language language) {
    var pattern = texts.pattern(code, language);
    return Pattern.compile("\\{\\d}")
        .matcher(pattern == null ? "" : pattern)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }
}
