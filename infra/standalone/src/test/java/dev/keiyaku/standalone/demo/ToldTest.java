package dev.keiyaku.standalone.demo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keiyaku.standalone.client.Answer;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration ends at the first answer that is not the one told. */
class ToldTest {

  private static final String REFUSAL =
      "{\"code\":\"NOT_ELIGIBLE\",\"article\":\"第5条 3\",\"remaining\":[]}";

  @Test
  void whatIsAsToldGoesOn() {
    told(201, "{\"status\":\"APPLIED\"}").accepted("applied").has("/status", "APPLIED");
    told(422, REFUSAL)
        .refused(422, "NOT_ELIGIBLE")
        .has("/remaining", "[]")
        .quotes("/article", "5条");
  }

  @Test
  void aRefusalWhereSuccessIsToldEndsIt() {
    ends(() -> told(422, REFUSAL).accepted("applied"));
  }

  @Test
  void aSuccessWhereARefusalIsToldEndsIt() {
    ends(() -> told(201, "{}").refused(422, "NOT_ELIGIBLE"));
  }

  @Test
  void anotherRefusalEndsIt() {
    ends(() -> told(422, REFUSAL).refused(422, "NO_TERMS_IN_FORCE"));
    ends(() -> told(409, REFUSAL).refused(422, "NOT_ELIGIBLE"));
  }

  @Test
  void otherWordsEndIt() {
    ends(() -> told(422, REFUSAL).quotes("/article", "第15条"));
    ends(() -> told(422, REFUSAL).has("/currentState", "CANCELLED"));
  }

  private static void ends(Runnable step) {
    assertThatExceptionOfType(NotAsTold.class)
        .isThrownBy(step::run)
        .withMessageStartingWith("expected ");
  }

  private static Told told(int status, String body) {
    var headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    return new Told(new Answer(status, JsonMapper.shared().readTree(body), headers), line -> {});
  }
}
