package dev.keiyaku.standalone.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AuthorizationServerTest {

  private static final String CALLBACK = "http://127.0.0.1:8080/console/callback";
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

  @TempDir static Path logs;
  private static String address = "";
  private static RunningAuthorizationServer server;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    address = "http://127.0.0.1:" + port;
    Map<String, String> machines = new HashMap<>();
    Machine.ALL.forEach(machine -> machines.put(machine.id(), "secret-of-" + machine.id()));
    Map<String, String> people = Map.of("agent-1", "password-of-agent-1");
    Credentials credentials = new Credentials(machines, people, SigningKey.generate());
    server =
        RunningAuthorizationServer.start(
            credentials, address, port, "http://127.0.0.1:8080", logs.resolve("log"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aMachinesTokenNamesItsAudienceItsRoleAndItsIsp() throws Exception {
    Map<String, Object> claims =
        claims(machine("provisioning-isp-a", "secret-of-provisioning-isp-a"));
    assertThat(claims)
        .containsEntry("iss", address)
        .containsEntry("sub", "provisioning-isp-a")
        .containsEntry("client_id", "provisioning-isp-a")
        .containsEntry("isp", "ISP-A");
    assertThat(claims.get("aud")).asString().contains("keiyaku");
    assertThat(claims.get("roles")).asString().contains("provisioning");
  }

  @Test
  void theOperatorsOwnClientIsBoundToNoIsp() throws Exception {
    assertThat(claims(machine("provisioning", "secret-of-provisioning"))).doesNotContainKey("isp");
  }

  @Test
  void aWrongSecretGetsNoToken() throws Exception {
    assertThat(machine("agent", "secret-of-legal").statusCode()).isEqualTo(401);
  }

  @Test
  void aPersonSignsInByFormAndTheConsoleProvesItselfByPkce() throws Exception {
    String code = signIn(challenge());
    Map<String, Object> claims =
        claims(
            post(
                "/oauth2/token",
                "grant_type=authorization_code&client_id=console&code="
                    + encoded(code)
                    + "&redirect_uri="
                    + encoded(CALLBACK)
                    + "&code_verifier="
                    + VERIFIER));
    assertThat(claims).containsEntry("sub", "agent-1").containsEntry("client_id", "console");
    assertThat(claims.get("roles")).asString().contains("agent");
  }

  @Test
  void withoutTheVerifierTheCodeIsWorthNothing() throws Exception {
    String code = signIn(challenge());
    HttpResponse<String> answer =
        post(
            "/oauth2/token",
            "grant_type=authorization_code&client_id=console&code="
                + encoded(code)
                + "&redirect_uri="
                + encoded(CALLBACK)
                + "&code_verifier=another-verifier-of-at-least-forty-three-characters");
    assertThat(answer.statusCode()).isIn(400, 401);
  }

  private String signIn(String challenge) throws Exception {
    String authorize =
        "/oauth2/authorize?response_type=code&client_id=console&scope=openid&redirect_uri="
            + encoded(CALLBACK)
            + "&code_challenge_method=S256&code_challenge="
            + challenge;
    HttpRequest browser = request(authorize).header("Accept", "text/html").build();
    assertThat(http.send(browser, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
    String form = http.send(request("/login").build(), BodyHandlers.ofString()).body();
    Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
    assertThat(csrf.find()).isTrue();
    post("/login", "username=agent-1&password=password-of-agent-1&_csrf=" + encoded(csrf.group(1)));
    HttpResponse<String> back = http.send(browser, BodyHandlers.ofString());
    String location = back.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(CALLBACK + "?code=");
    return location.replaceAll(".*code=([^&]+).*", "$1");
  }

  private static String challenge() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private HttpResponse<String> machine(String id, String secret) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return http.send(
        form("/oauth2/token", "grant_type=client_credentials")
            .header("Authorization", "Basic " + basic)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(form(path, body).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private static Map<String, Object> claims(HttpResponse<String> answer) throws ParseException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String token = JsonMapper.shared().readTree(answer.body()).at("/access_token").asString();
    return SignedJWT.parse(token).getJWTClaimsSet().toJSONObject();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
