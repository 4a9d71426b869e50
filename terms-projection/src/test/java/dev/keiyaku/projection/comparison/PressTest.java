package dev.keiyaku.projection.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PressTest {

  private final Press press = new Press();

  @Test
  void onePdfTooManyIsToldWhenToComeAgain() {
    var refused =
        catchThrowableOfType(
            Problem.class,
            () -> whileAllPlacesAreTaken(() -> press.print(Form.PDF, () -> "one too many"), 0));

    assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    assertThat(press.print(Form.PDF, () -> "a PDF")).isEqualTo("a PDF");
  }

  @Test
  void otherFormsNeedNoPlace() {
    assertThat(whileAllPlacesAreTaken(() -> press.print(Form.HTML, () -> "a page"), 0))
        .isEqualTo("a page");
  }

  @Test
  void aPdfThatFailsLeavesItsPlace() {
    for (int time = 0; time <= Press.AT_ONCE; time++) {
      assertThatThrownBy(() ->
              press.print(
                  Form.PDF,
                  () -> {
                    throw new IllegalStateException("torn");
                  }))
          .hasMessage("torn");
    }
  }

  /** A PDF asked for while another is being made, and so on, needs no second thread. */
  private Object whileAllPlacesAreTaken(Printing inside, int taken) {
    return taken == Press.AT_ONCE
        ? inside.print()
        : press.print(Form.PDF, () -> whileAllPlacesAreTaken(inside, taken + 1));
  }

  private interface Printing {
    Object print();
  }
}
