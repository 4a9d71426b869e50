package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node remembers what it decided on; what another node has done since counts all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryTest {

  private static final String SUSPENSION = "{\"ground\": \"VENDOR\", \"reason\": \"停止\"}";
  private static final String REASON = "{\"reason\": \"復旧\"}";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node one = Node.on(database);
  private final Node other = Node.on(database);
  private final Client here = Client.of(http, one, Role.AGENT);
  private final Client elsewhere = Client.of(http, other, Role.AGENT);

  @AfterAll
  void stop() {
    one.close();
    other.close();
    http.close();
    database.close();
  }

  private String applied(String subscriber) {
    return Client.of(http, one, Role.PROVISIONING)
        .post("/v1/subscriptions", Client.application(subscriber, null))
        .header("Location");
  }

  @Test
  void whatAnotherNodeAddedIsFoundHere() {
    var at = applied("added");
    var suspension = elsewhere.post(at + "/suspensions", SUSPENSION).text("suspensionId");

    var lifted = here.post(at + "/suspensions/" + suspension + "/lift", REASON);

    assertThat(lifted.status()).as(lifted.response().body()).isEqualTo(200);
  }

  @Test
  void whatAnotherNodeEndedIsRefusedHere() {
    var at = applied("ended");
    elsewhere.post(at + "/cancellation", REASON);

    var refused = here.post(at + "/suspensions", SUSPENSION);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("SUBSCRIPTION_CANCELLED");
  }

  @Test
  void aPreconditionIsHeldAgainstTheStore() {
    var at = applied("precondition");
    var version = elsewhere.post(at + "/suspensions", SUSPENSION).header("ETag");

    assertThat(here.post(at + "/suspensions", SUSPENSION, "m-1", "If-Match", "\"2\"").status())
        .isEqualTo(412);
    assertThat(here.post(at + "/suspensions", SUSPENSION, "m-2", "If-Match", version).status())
        .isEqualTo(201);
  }

  @Test
  void onceForgottenForAConflictItIsReadAnew() {
    var at = applied("conflict");
    for (int round = 0; round < 3; round++) {
      assertThat(here.post(at + "/suspensions", SUSPENSION).status()).isEqualTo(201);
      assertThat(elsewhere.post(at + "/suspensions", SUSPENSION).status()).isEqualTo(201);
    }
    assertThat(versions(at)).isEqualTo(9);
  }

  /** One key for the subscriber, made by whichever node was first. */
  @Test
  void bothNodesSealUnderTheSubscribersOneKey() {
    var at = applied("sealed");
    elsewhere.post(at + "/suspensions", SUSPENSION);
    here.post(at + "/suspensions", SUSPENSION);

    assertThat(keys("sealed")).isEqualTo(1);
  }

  /** Whoever applies is taken for new, without a look; who is not keeps the key. */
  @Test
  void whoAppliesAgainElsewhereIsFoundToHaveAKey() {
    applied("again");

    var another = Client.application("again", null).replace("MYSECURE_1LICENSE_TYPE2", "MYSECURE");
    var again = Client.of(http, other, Role.PROVISIONING).post("/v1/subscriptions", another);

    assertThat(again.status()).as(again.response().body()).isEqualTo(201);
    assertThat(keys("again")).isEqualTo(1);
  }

  private long keys(String subscriber) {
    return JdbcClient.create(database.admin())
        .sql("SELECT count(*) FROM keys.subject_key WHERE subject = ?")
        .param(subscriber)
        .query(Long.class)
        .single();
  }

  private long versions(String at) {
    return JdbcClient.create(database.admin())
        .sql("SELECT count(*) FROM events.event WHERE aggregate_id = ?")
        .param(at.substring(at.lastIndexOf('/') + 1))
        .query(Long.class)
        .single();
  }
}
