package dev.keiyaku.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.ProblemCode;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "57P02", "57P03", "57014", "58030", "55P03"})
  void aDatabaseThatIsAwayIsToldAndWhenToComeAgain(String state) {
    expectUnavailable(new SQLException("away", state));
  }

  @Test
  void soIsAPoolThatHasNoConnectionAndAConnectionThatBroke() {
    expectUnavailable(new SQLTransientConnectionException("none within 3 s"));
    expectUnavailable(new SocketException("Connection reset"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22P02", "23505", "42P01", "42501"})
  void aStatementThatIsWrongIsOurFault(String state) {
    var thrown = new IllegalStateException(new SQLException("wrong", state));
    assertThat(ProblemTranslation.of(thrown).code()).isEqualTo(ProblemCode.INTERNAL);
  }

  private static void expectUnavailable(Exception cause) {
    var problem = ProblemTranslation.of(new IllegalStateException(cause));
    assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE);
    assertThat(problem.retryAfter()).isNotNull();
  }
}
