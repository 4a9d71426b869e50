package dev.keiyaku.projection.audit;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.lifted;
import static dev.keiyaku.projection.Scenes.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayTest {

  private final ReadSide readSide = ReadSide.shared();
  private final String id = Uuid7.text();

  @BeforeEach
  void aSubscriptionSuspendedAndUsableAgain() {
    var recorder = readSide.recorder();
    recorder.record(
        japan("2023-06-20T10:00"), applied(id, "C5", "ISP-A", japan("2023-06-20T10:00")));
    recorder.record(
        japan("2023-06-20T10:00"), accepted(id, "a", Scenes.OLD, japan("2023-06-20T10:00")));
    recorder.record(japan("2023-06-21T10:00"), activated(id, japan("2023-06-21T10:00")));
    recorder.record(
        japan("2023-07-02T10:00"),
        suspended(id, "s", SuspensionGround.VENDOR, japan("2023-07-02T09:00")));
    recorder.record(japan("2023-07-03T10:00"), lifted(id, "s", japan("2023-07-03T10:00")));
  }

  @Test
  void equalsTheLiveRowAndShowsStateAfterState() {
    var replay = replay();
    assertThat(replay.at("/equal").asBoolean()).isTrue();
    assertThat(replay.at("/differences")).isEmpty();
    assertThat(replay.at("/steps")).hasSize(5);
    assertThat(statuses(replay))
        .containsExactly("APPLIED", "APPLIED", "ACTIVE", "SUSPENDED", "ACTIVE");
    assertThat(replay.at("/steps/3/state/openSuspensions/0").asString()).isEqualTo("s");
    assertThat(replay.at("/steps/4/changes").toString())
        .contains("account.suspensions[s].liftedAt");
    assertThat(replay.at("/folded")).isEqualTo(replay.at("/live"));
    assertThat(replay.at("/live/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
  }

  @Test
  void aDamagedRowIsFoundAndNamedByItsField() {
    replay();
    damage(
        "UPDATE projection.account SET activated_at = NULL, subscriber_id = 'X' WHERE"
            + " subscription_id = ?");
    var replay = replay();
    assertThat(replay.at("/equal").asBoolean()).isFalse();
    assertThat(fields(replay))
        .containsExactlyInAnyOrder("account.subscriberId", "account.activatedAt");
    assertThat(replay.at("/folded/status").asString()).isEqualTo("ACTIVE");
    assertThat(replay.at("/live/status").asString()).isEqualTo("APPLIED");
  }

  @Test
  void aDamagedSuspensionIsFound() {
    replay();
    damage(
        "UPDATE projection.suspension SET ground = 'DISASTER', lifted_at = NULL WHERE"
            + " subscription_id = ?");
    assertThat(fields(replay()))
        .containsExactlyInAnyOrder(
            "account.suspensions[s].declared.ground", "account.suspensions[s].liftedAt");
  }

  @Test
  void aDeletedRowIsFound() {
    replay();
    damage("DELETE FROM projection.acceptance WHERE subscription_id = ?");
    assertThat(fields(replay())).containsExactly("account.acceptances[a]");
    damage("DELETE FROM projection.account WHERE subscription_id = ?");
    assertThat(fields(replay())).containsExactly("account");
  }

  @Test
  void aRowThatCannotBeReadIsFoundToo() {
    replay();
    damage("UPDATE projection.account SET product = 'NO_SUCH' WHERE subscription_id = ?");
    assertThat(fields(replay())).contains("account.unreadable");
  }

  @Test
  void aDamagedTimelineIsFound() {
    replay();
    damage(
        "UPDATE projection.timeline SET actor = 'nobody' WHERE sequence = 2 AND subscription_id ="
            + " ?");
    var difference = replay().at("/differences/0");
    assertThat(difference.at("/field").asString()).startsWith("timeline[").endsWith("].by.actor");
    assertThat(difference.at("/live").asString()).isEqualTo("nobody");
  }

  @Test
  void aDamagedConsentIsFoundByItsActAndItem() {
    replay();
    damageConsent("UPDATE projection.consent SET clause_sha256 = 'X' WHERE item = 3 AND");
    assertThat(fields(replay())).containsExactly("consent[a/3].clauseSha256");
    damageConsent("UPDATE projection.consent SET effective_at = now() WHERE item = 0 AND");
    assertThat(fields(replay()))
        .containsExactly("consent[a/0].effectiveAt", "consent[a/3].clauseSha256");
  }

  @Test
  void aConsentThatIsMissingOrMadeUpIsFound() {
    replay();
    damageConsent("DELETE FROM projection.consent WHERE item = 6 AND");
    damageConsent("UPDATE projection.consent SET acceptance_id = 'forged' WHERE item = 5 AND");
    assertThat(fields(replay()))
        .containsExactlyInAnyOrder("consent[a/6]", "consent[a/5]", "consent[forged/5]");
  }

  @Test
  void whoseConsentsTheyAreIsComparedToo() {
    replay();
    damage(
        "UPDATE projection.consent_subscription SET subscriber_id = 'X' WHERE subscription_id ="
            + " ?");
    assertThat(fields(replay())).containsExactly("consentSubscription.subscriberId");
    damage("DELETE FROM projection.consent_subscription WHERE subscription_id = ?");
    assertThat(fields(replay())).containsExactly("consentSubscription");
  }

  @Test
  void whatWasNeverRecordedCannotBeReplayed() {
    assertThat(
            readSide
                .ask("/v1/audit/subscriptions/" + Uuid7.text() + "/replay", Role.AUDITOR)
                .statusCode())
        .isEqualTo(404);
  }

  private void damage(String sql) {
    assertThat(readSide.sql().sql(sql).param(id).update()).isPositive();
  }

  /** As the owner, who can put the wall down. */
  private void damageConsent(String sql) {
    var consent = "ALTER TABLE projection.consent ";
    readSide.sql().sql(consent + "DISABLE TRIGGER refuse_change").update();
    damage(sql + " subscription_id = ?");
    readSide.sql().sql(consent + "ENABLE TRIGGER refuse_change").update();
  }

  private JsonNode replay() {
    return readSide.get("/v1/audit/subscriptions/" + id + "/replay", Role.AUDITOR);
  }

  private static List<String> fields(JsonNode replay) {
    return replay.at("/differences").valueStream().map(d -> d.at("/field").asString()).toList();
  }

  private static List<String> statuses(JsonNode replay) {
    return replay.at("/steps").valueStream().map(s -> s.at("/state/status").asString()).toList();
  }
}
