package dev.keiyaku.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that never end: each is given up after a while, and meanwhile nobody else waits. */
class SlowBodyTest {

  private static final int MANY = 60;

  @Test
  void theyAreGivenUpReachNobodyAndHoldUpNobody() throws Exception {
    try (var gateway = new RunningGateway("keiyaku.http.body-patience=3s")) {
      var token = gateway.issuer.token(Role.PROVISIONING);
      gateway.send(gateway.request("/v1/subscriptions/1", gateway.issuer.token(Role.AUDITOR)));
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        slow.add(begin(gateway.at("/"), token));
      }

      assertThat(gateway.send(gateway.post("/v1/subscriptions", token, "{}")).statusCode())
          .isEqualTo(200);
      assertThat(slow).as("still waited for").noneMatch(SlowBodyTest::isAnswered);

      for (var socket : slow) {
        assertThat(wholeAnswer(socket))
            .startsWith("HTTP/1.1 408 ")
            .containsIgnoringCase("connection: close")
            .contains("\"code\":\"BODY_TOO_SLOW\"");
      }
      assertThat(gateway.commands.arrivals).as("only the quick one").hasSize(1);
    }
  }

  /** The head, and one byte of a hundred. */
  private static Socket begin(URI gateway, String token) throws IOException {
    var socket = new Socket(gateway.getHost(), gateway.getPort());
    var head =
        """
        POST /v1/subscriptions HTTP/1.1
        Host: gateway
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: 100

        {\
        """
            .formatted(token)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static boolean isAnswered(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException closed) {
      return true;
    }
  }

  /** To its end: that the connection is closed. */
  private static String wholeAnswer(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(30_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
