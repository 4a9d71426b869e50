package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneAccountTest {

  private final ReadSide readSide = ReadSide.shared();
  private String id;

  @BeforeAll
  void aSubscriptionUnderTwoSuspensions() {
    var recorder = readSide.recorder();
    id = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(id, "C1", "ISP-A", japan("2023-06-20T09:00")));
    recorder.record(
        japan("2023-06-20T10:00"), accepted(id, "a1", Scenes.OLD, japan("2023-06-20T09:00")));
    recorder.record(japan("2023-06-21T10:00"), activated(id, japan("2023-06-21T10:00")));
    var note = recorder.seal("C1", Purposes.suspensionNote(id), "ベンダー障害");
    recorder.record(
        japan("2023-07-10T13:00"),
        suspended(id, "s4", SuspensionGround.VENDOR, japan("2023-07-10T12:00"), note));
    recorder.record(
        japan("2023-07-10T14:00"),
        suspended(id, "s1", SuspensionGround.MAINTENANCE, japan("2023-09-01T00:00")));
  }

  @Test
  void showsWhatIsOpenWithTheClauseOfTheVersionInForceAtItsStart() {
    var account = account("");

    assertThat(account.at("/status").asString()).isEqualTo("SUSPENDED");
    assertThat(account.at("/tmfStatus").asString()).isEqualTo("suspended");
    assertThat(account.at("/usable").asBoolean()).isFalse();
    assertThat(account.at("/openSuspensions")).hasSize(1);
    assertThat(account.at("/openSuspensions/0/suspensionId").asString()).isEqualTo("s4");
    assertThat(account.at("/openSuspensions/0/article").asString()).isEqualTo("第15条1項(4)");
    assertThat(account.at("/openSuspensions/0/clause/text").asString()).contains("オープンテキスト");
    assertThat(account.at("/openSuspensions/0/clause/asCited").asBoolean()).isTrue();
    assertThat(account.at("/openSuspensions/0/startsAt").asString())
        .isEqualTo("2023-07-10T12:00:00+09:00");
  }

  @Test
  void showsEveryOpenSuspensionWithItsOwnClause() {
    var open = account("&asOf=2023-09-01T00:00:00%2B09:00").at("/openSuspensions");
    assertThat(open).hasSize(2);
    assertThat(open.at("/0/article").asString()).isEqualTo("第15条1項(4)");
    assertThat(open.at("/1/article").asString()).isEqualTo("第15条1項(1)");
    for (var suspension : open) {
      assertThat(suspension.at("/clause/version").asString()).isEqualTo(Scenes.NEW);
      assertThat(suspension.at("/clause/text").asString()).isNotBlank();
    }
  }

  @Test
  void showsTheContractAndWhatWasAccepted() {
    var account = account("");
    assertThat(account.at("/product").asString()).isEqualTo("MYSECURE_1LICENSE_TYPE2");
    assertThat(account.at("/channel").toString())
        .isEqualTo("{\"kind\":\"PARTNER_ISP\",\"isp\":\"ISP-A\"}");
    assertThat(account.at("/belongsToIsp").asString()).isEqualTo("ISP-A");
    assertThat(account.at("/billingOperator").asString()).isEqualTo("B-1");
    assertThat(account.at("/networkContract/plan").asInt()).isEqualTo(1);
    assertThat(account.at("/vendorAccountReference").asString()).isEqualTo("v-" + id);
    assertThat(account.at("/appliedAt").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
    assertThat(account.at("/activatedAt").asString()).isEqualTo("2023-06-21T10:00:00+09:00");
    assertThat(account.at("/acceptedTerms")).hasSize(1);
    assertThat(account.at("/acceptedTerms/0/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(account.at("/acceptedTerms/0/basis").asString()).isEqualTo("EXPLICIT");
    assertThat(account.at("/acceptedTerms/0/items")).hasSize(6);
  }

  @Test
  void showsWhatIsPlannedAndTheNextChange() {
    assertThat(account("").at("/plannedSuspensions/0/suspensionId").asString()).isEqualTo("s1");
    assertThat(account("&asOf=2023-07-01T00:00:00%2B09:00").at("/nextChange/at").asString())
        .isEqualTo("2023-07-10T12:00:00+09:00");
  }

  @Test
  void aSuspensionHoldsFromItsExactInstant() {
    assertThat(account("&asOf=2023-07-10T11:59:59.999999%2B09:00").at("/status").asString())
        .isEqualTo("ACTIVE");
    assertThat(account("&asOf=2023-07-10T03:00:00Z").at("/status").asString())
        .isEqualTo("SUSPENDED");
  }

  @Test
  void anOffsetsPlusNeedNotBeEscapedButAnOffsetIsNeeded() {
    assertThat(account("&asOf=2023-07-10T12:00:00+09:00").at("/asOf").asString())
        .isEqualTo("2023-07-10T12:00:00+09:00");
    var answer = readSide.ask("/v1/subscriptions/" + id + "?asOf=2023-07-10T12:00:00", Role.AGENT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("TIME_WITHOUT_OFFSET", "asOf");
  }

  @Test
  void aParameterThatIsNotKnownIsRefusedByName() {
    var answer = readSide.ask("/v1/subscriptions/" + id + "?asof=now", Role.AGENT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UNKNOWN_FIELD", "asof");
  }

  @Test
  void wasNotKnownBeforeItWasRecorded() {
    var answer =
        readSide.ask(
            "/v1/subscriptions/" + id + "?knownAt=2023-06-20T09:59:59%2B09:00", Role.AGENT);
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void anErasedTextReadsAsErased() {
    var subscriber = "C-erased";
    var erased = Uuid7.text();
    var recorder = readSide.recorder();
    recorder.record(
        japan("2023-07-02T10:00"), applied(erased, subscriber, null, japan("2023-07-02T09:00")));
    recorder.record(japan("2023-07-02T10:00"), activated(erased, japan("2023-07-02T10:00")));
    var note = recorder.seal(subscriber, Purposes.suspensionNote(erased), "gone");
    recorder.record(
        japan("2023-07-03T10:00"),
        suspended(erased, "s", SuspensionGround.VENDOR, japan("2023-07-03T10:00"), note));
    readSide
        .sql()
        .sql("UPDATE keys.subject_key SET wrapped = NULL WHERE subject = ?")
        .param(subscriber)
        .update();

    var account = readSide.get("/v1/subscriptions/" + erased + "?minVersion=2", Role.AGENT);
    assertThat(account.at("/openSuspensions/0/note/erased").asBoolean()).isTrue();
  }

  @Test
  void saysWhatBindsAndWhy() {
    assertThat(account("").at("/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
    assertThat(account("").at("/binding/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(account("&asOf=2023-06-30T23:59:59.999%2B09:00").at("/binding/basis").asString())
        .isEqualTo("EXPLICIT");
  }

  @Test
  void answersAsKnownThen() {
    var before = account("&asOf=2023-07-10T12:30:00%2B09:00&knownAt=2023-07-10T12:45:00%2B09:00");
    assertThat(before.at("/status").asString()).isEqualTo("ACTIVE");
    var after = account("&asOf=2023-07-10T12:30:00%2B09:00");
    assertThat(after.at("/status").asString()).isEqualTo("SUSPENDED");
  }

  @Test
  void anAgentReadsNotesAndAProvisioningSystemDoesNot() {
    assertThat(account("").at("/openSuspensions/0/note/text").asString()).isEqualTo("ベンダー障害");
    var other = readSide.get("/v1/subscriptions/" + id, Role.PROVISIONING, "ISP-A");
    assertThat(other.at("/openSuspensions/0/note/withheld").asBoolean()).isTrue();
    assertThat(other.toString()).doesNotContain("ベンダー障害");
  }

  @Test
  void doesNotExistForAnotherIspNorUnderAnotherId() {
    assertThat(readSide.ask("/v1/subscriptions/" + id, Role.PROVISIONING, "ISP-B").statusCode())
        .isEqualTo(404);
    assertThat(readSide.ask("/v1/subscriptions/" + Uuid7.text(), Role.AGENT).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theEtagIsTheVersionAndAnUnreachedOneIsSaidSo() {
    var answer = readSide.ask("/v1/subscriptions/" + id + "?minVersion=4", Role.AUDITOR);
    assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
    var late = readSide.ask("/v1/subscriptions/" + id + "?minVersion=99", Role.AUDITOR);
    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.headers().firstValue("Retry-After")).contains("1");
    assertThat(late.body()).contains("VERSION_NOT_REACHED");
  }

  private JsonNode account(String more) {
    return readSide.get("/v1/subscriptions/" + id + "?minVersion=4" + more, Role.AGENT);
  }
}
