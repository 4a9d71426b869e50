package dev.keiyaku.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiNamesTheRefusalsTest {

  private static final String PROBLEM = "application/problem+json";

  private final OpenApi api = OpenApi.load();
  private final ResourceBundle texts =
      ResourceBundle.getBundle("dev.keiyaku.http.problems", Locale.JAPANESE);

  @Test
  void everyCodeHasAnExampleAndThereAreNoOthers() {
    var named = api.root().at("/components/examples").propertyNames();
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
  }

  @Test
  void everyExampleIsWhatIsAnswered() {
    for (var code : ProblemCode.values()) {
      var value = api.root().at("/components/examples/" + code.name() + "/value");
      assertThat(value.path("code").stringValue()).isEqualTo(code.name());
      assertThat(value.path("type").stringValue()).isEqualTo(code.type());
      assertThat(value.path("status").intValue()).isEqualTo(code.status().value());
      assertThat(value.path("title").stringValue()).isEqualTo(texts.getString(code + ".title"));
      assertThat(value.path("detail").asString())
          .matches(worded(texts.getString(code + ".detail")));
    }
  }

  @Test
  void everyCodeIsAnsweredBySomeOperationUnderItsStatus() {
    Set<String> answered = new TreeSet<>();
    for (var operation : api.operations()) {
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(answer -> {
            for (var code : codes(answer)) {
              assertThat(ProblemCode.valueOf(code).status().value())
                  .as(operation + " " + code)
                  .isEqualTo(Integer.parseInt(answer.getKey()));
              answered.add(code);
            }
          });
    }
    // A method that a path does not have is no operation.
    answered.add(ProblemCode.METHOD_NOT_ALLOWED.name());
    assertThat(answered)
        .isEqualTo(
            Arrays.stream(ProblemCode.values())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The words as they stand, and anything for the arguments. */
  private static String worded(String detail) {
    return Arrays.stream(detail.split("\\{\\d}", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".+"));
  }

  private Set<String> codes(Map.Entry<String, JsonNode> answer) {
    return api
        .resolve(answer.getValue())
        .at("/content")
        .path(PROBLEM)
        .path("examples")
        .properties()
        .stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
