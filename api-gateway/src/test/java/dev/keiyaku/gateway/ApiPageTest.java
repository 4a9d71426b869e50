package dev.keiyaku.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPageTest {

  private RunningGateway gateway;

  @BeforeAll
  void start() throws Exception {
    gateway = new RunningGateway();
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void theDescriptionIsServedToAnyone() throws Exception {
    var answer = open("/openapi.yaml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).containsPattern("(?m)^openapi: 3\\.1");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/yaml;charset=UTF-8");
  }

  @Test
  void theSchemaOfConsentRecordsIsServedToAnyone() throws Exception {
    var answer = open("/schemas/consent.schema.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).contains("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void thePageAsksOnlyForFilesThatTheGatewayHas() throws Exception {
    var page = open("/docs/");
    assertThat(page.statusCode()).isEqualTo(200);
    var files = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page.body()).results();
    assertThat(files.map(file -> file.group(1)).toList())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(file -> assertThat(open(file).statusCode()).as(file).isEqualTo(200));
  }

  @Test
  void thePolicyAllowsItsOwnScriptsAndNoOthers() throws Exception {
    assertThat(open("/docs/").headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self';")
        .doesNotContain("unsafe-eval");
    assertThat(open("/docs/").body()).doesNotContainPattern("<script>|onload=|https?://");
  }

  @Test
  void thePageShowsWhichRolesAnOperationIsFor() throws Exception {
    assertThat(open("/docs/page.js").body()).contains("showExtensions: true");
    assertThat(open("/openapi.yaml").body()).contains("x-roles:");
  }

  @Test
  void theRootLeadsToThePage() throws Exception {
    assertThat(open("/").headers().firstValue("Location")).contains("/docs/");
  }

  @Test
  void healthIsOpenAndTellsNoDetails() throws Exception {
    assertThat(open("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(open("/actuator/health").body()).doesNotContain("components");
  }

  private HttpResponse<String> open(String path) throws Exception {
    return gateway.send(HttpRequest.newBuilder(gateway.at(path)));
  }
}
