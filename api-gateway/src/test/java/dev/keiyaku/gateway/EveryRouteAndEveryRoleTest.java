package dev.keiyaku.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.Service;
import dev.keiyaku.http.testing.AccessWalk;
import dev.keiyaku.http.testing.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** docs/access.md, asked line by line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteAndEveryRoleTest {

  private RunningGateway gateway;

  @BeforeAll
  void start() throws Exception {
    gateway = new RunningGateway("keiyaku.gateway.rate.burst=1000000");
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void theGatewayAnswersAsTheTableSays() {
    var walk = new AccessWalk(gateway.at(""), gateway.issuer, Service.GATEWAY);
    assertThat(walk.steps()).hasSizeGreaterThan(51 * 36);
    assertThat(walk.surprises()).isEmpty();
  }

  @Test
  void onlyWhoIsAdmittedReachesTheServiceThatTheTableNames() {
    var walk = new AccessWalk(gateway.at(""), gateway.issuer, Service.GATEWAY);
    for (var step : walk.steps()) {
      gateway.commands.arrivals.clear();
      gateway.queries.arrivals.clear();
      walk.ask(gateway.http, step);
      var admitted = step.expected() == Verdict.ADMITTED;
      var service = step.access().service();
      assertThat(gateway.commands.arrivals)
          .as("commands, after %s", step)
          .hasSize(admitted && service == Service.WRITE ? 1 : 0);
      assertThat(gateway.queries.arrivals)
          .as("queries, after %s", step)
          .hasSize(admitted && service == Service.READ ? 1 : 0);
    }
  }

  @Test
  void theTokenOfAnotherIspReachesTheServiceThatHidesTheSubscription() throws Exception {
    gateway.queries.arrivals.clear();
    var token = gateway.issuer.token(Role.PROVISIONING, "ISP-B");
    gateway.send(gateway.request("/v1/subscriptions/1", token));
    assertThat(gateway.queries.arrivals.element().header("Authorization"))
        .isEqualTo("Bearer " + token);
  }

  @Test
  void whatIsNotInTheTableReachesNobody() throws Exception {
    gateway.commands.arrivals.clear();
    gateway.queries.arrivals.clear();
    var token = gateway.issuer.token(Role.AGENT);
    assertThat(gateway.send(gateway.request("/v1/nothing", token)).statusCode()).isEqualTo(404);
    assertThat(gateway.send(gateway.request("/actuator/env", token)).statusCode()).isEqualTo(404);
    assertThat(gateway.send(gateway.request("/v1/subscriptions", token).DELETE()).statusCode())
        .isEqualTo(405);
    assertThat(gateway.send(gateway.request("/v1/subscriptions/1/../2", token)).statusCode())
        .isEqualTo(400);
    assertThat(gateway.commands.arrivals).isEmpty();
    assertThat(gateway.queries.arrivals).isEmpty();
  }

  @Test
  void everyRouteOfTheProductIsInTheTable() {
    assertThat(AccessTable.load().rows().stream().filter(row -> !row.open())).hasSize(55);
  }
}
