package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.consentWithdrawn;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.objectionWithdrawn;
import static dev.keiyaku.projection.Scenes.settled;
import static dev.keiyaku.projection.Scenes.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Objections and withdrawn consents, as they are shown, searched and replayed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlagsTest {

  private static final String ISP = "ISP-F";

  private final ReadSide readSide = ReadSide.shared();
  private final String objector = Uuid7.text();
  private final String withdrawer = Uuid7.text();

  /**
   * An objection of June 22, withdrawn on June 24; a consent withdrawn on 22nd, settled on 26th.
   */
  @BeforeAll
  void anObjectorAndOneWhoWithdrewAConsent() {
    var recorder = readSide.recorder();
    for (var id : List.of(objector, withdrawer)) {
      recorder.record(
          japan("2023-06-20T10:00"), applied(id, "C-" + id, ISP, japan("2023-06-20T10:00")));
      recorder.record(
          japan("2023-06-20T10:00"), accepted(id, "a", Scenes.OLD, japan("2023-06-20T10:00")));
    }
    recorder.record(
        japan("2023-06-23T10:00"),
        new AmendmentObjected(
            objector,
            "o",
            new TermsReference("mysecure", Scenes.NEW, "sha-of-" + Scenes.NEW),
            recorder.seal("C-" + objector, Purposes.objectionStatement(objector), "値上げに反対"),
            japan("2023-06-22T10:00"),
            null));
    recorder.record(
        japan("2023-06-24T10:00"), objectionWithdrawn(objector, "o", japan("2023-06-24T10:00")));
    recorder.record(
        japan("2023-06-22T10:00"),
        consentWithdrawn(withdrawer, "w", 3, "a", Scenes.OLD, japan("2023-06-22T10:00")));
    recorder.record(
        japan("2023-06-25T10:00"),
        accepted(withdrawer, "a2", Scenes.OLD, japan("2023-06-25T10:00")));
    recorder.record(
        japan("2023-06-26T10:00"),
        settled(withdrawer, "w", Settlement.RENEWED, japan("2023-06-26T10:00")));
    for (var id : List.of(objector, withdrawer)) {
      readSide.get("/v1/subscriptions/" + id + "?minVersion=" + recorder.version(id), Role.AGENT);
    }
  }

  @Test
  void anObjectionIsShownAsOfItsInstantAndFlagsTheAccountWhileItStands() {
    var before = account(objector, "?asOf=2023-06-22T09:59:59.999999%2B09:00");
    assertThat(before.at("/objections")).isEmpty();
    assertThat(before.at("/flags")).isEmpty();

    var standing = account(objector, "?asOf=2023-06-22T10:00:00%2B09:00");
    assertThat(standing.at("/flags").toString()).isEqualTo("[\"OBJECTION\"]");
    var shown = standing.at("/objections/0");
    assertThat(shown.at("/objectionId").asString()).isEqualTo("o");
    assertThat(shown.at("/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(shown.at("/standing").asBoolean()).isTrue();
    assertThat(shown.at("/objectedAt").asString()).isEqualTo("2023-06-22T10:00:00+09:00");
    assertThat(shown.at("/withdrawnAt").asString()).isEqualTo("2023-06-24T10:00:00+09:00");
    assertThat(shown.at("/statement/text").asString()).isEqualTo("値上げに反対");

    var after = account(objector, "?asOf=2023-06-24T10:00:00%2B09:00");
    assertThat(after.at("/flags")).isEmpty();
    assertThat(after.at("/objections/0/standing").asBoolean()).isFalse();
  }

  @Test
  void itWasNotKnownBeforeItWasRecordedNorThatItWouldBeWithdrawn() {
    var asOf = "?asOf=2023-06-24T12:00:00%2B09:00&knownAt=";
    assertThat(account(objector, asOf + "2023-06-23T09:59:59%2B09:00").at("/objections")).isEmpty();
    var known = account(objector, asOf + "2023-06-23T10:00:00%2B09:00");
    assertThat(known.at("/objections/0/standing").asBoolean()).isTrue();
    assertThat(known.at("/objections/0").has("withdrawnAt")).isFalse();
  }

  @Test
  void anObjectionChangesNothingOfWhatBinds() {
    var july = "2023-07-01T00:00:00%2B09:00&knownAt=2023-06-23T10:00:00%2B09:00";
    assertThat(account(objector, "?asOf=" + july).at("/binding/version").asString())
        .isEqualTo(Scenes.NEW);
  }

  @Test
  void theSubscribersWordsAreNotForProvisioning() {
    var answer = readSide.get("/v1/subscriptions/" + objector, Role.PROVISIONING, ISP);
    assertThat(answer.at("/objections/0/statement/withheld").asBoolean()).isTrue();
    assertThat(answer.toString()).doesNotContain("値上げ");
  }

  @Test
  void aWithdrawnConsentWaitsForAnAgentEvenWhenItIsGivenAgain() {
    var withdrawn = account(withdrawer, "?asOf=2023-06-22T10:00:00%2B09:00");
    assertThat(withdrawn.at("/status").asString()).isEqualTo("APPLIED");
    assertThat(withdrawn.at("/flags").toString()).isEqualTo("[\"CONSENT_WITHDRAWN\"]");
    var shown = withdrawn.at("/consentWithdrawals/0");
    assertThat(shown.at("/items/0/number").asInt()).isEqualTo(3);
    assertThat(shown.at("/items/0/acceptanceId").asString()).isEqualTo("a");
    assertThat(shown.at("/items/0/clause/path").asString()).isEqualTo("art7/p1/i3");
    assertThat(shown.at("/holds").asBoolean()).isTrue();
    assertThat(shown.at("/waiting").asBoolean()).isTrue();

    var renewed = account(withdrawer, "?asOf=2023-06-25T10:00:00%2B09:00");
    assertThat(renewed.at("/consentWithdrawals/0/holds").asBoolean()).isFalse();
    assertThat(renewed.at("/consentWithdrawals/0/waiting").asBoolean()).isTrue();
    assertThat(renewed.at("/flags")).hasSize(1);

    var settled = account(withdrawer, "?asOf=2023-06-26T10:00:00%2B09:00");
    assertThat(settled.at("/flags")).isEmpty();
    assertThat(settled.at("/consentWithdrawals/0/settlement").asString()).isEqualTo("RENEWED");
  }

  @Test
  void theItemIsShownAsWithdrawnFromItsInstantAndTheActIsAsItWas() {
    var path = "/consents?asOf=2023-06-22T09:59:59.999999%2B09:00";
    var before = account(withdrawer, path).at("/acts/0");
    var after = account(withdrawer, "/consents?asOf=2023-06-22T10:00:00%2B09:00").at("/acts/0");

    assertThat(before.at("/items/3").has("withdrawn")).isFalse();
    assertThat(after.at("/items/3/withdrawn/withdrawalId").asString()).isEqualTo("w");
    assertThat(after.at("/items/3/withdrawn/withdrawnAt").asString())
        .isEqualTo("2023-06-22T10:00:00+09:00");
    assertThat(after.at("/items/2").has("withdrawn")).isFalse();
    assertThat(after.at("/items/3/sha256")).isEqualTo(before.at("/items/3/sha256"));
    assertThat(after.at("/standing").asString()).isEqualTo("MADE");

    var renewed = account(withdrawer, "/consents?asOf=2023-06-25T10:00:00%2B09:00");
    assertThat(renewed.at("/acts/0/items/3/withdrawn/withdrawalId").asString()).isEqualTo("w");
    assertThat(renewed.at("/acts/1/items/3").has("withdrawn")).isFalse();
  }

  @Test
  void agentsSearchByWhatFlags() {
    assertThat(found("OBJECTION", "2023-06-22T10:00:00")).containsExactly(objector);
    assertThat(found("OBJECTION", "2023-06-24T10:00:00")).isEmpty();
    assertThat(found("CONSENT_WITHDRAWN", "2023-06-25T23:59:59")).containsExactly(withdrawer);
    assertThat(found("CONSENT_WITHDRAWN", "2023-06-26T10:00:00")).isEmpty();
    var unknown = readSide.ask("/v1/subscriptions?flag=RED", Role.AGENT);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("flag");
  }

  @Test
  void anEndedContractWaitsForNobody() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    recorder.record(at, applied(id, "C-ended", "ISP-G", at));
    recorder.record(at, accepted(id, "a", Scenes.OLD, at));
    recorder.record(at, consentWithdrawn(id, "w", 2, "a", Scenes.OLD, at));
    recorder.record(at, cancelled(id, "c", japan("2023-06-21T10:00")));

    assertThat(account(id, "?minVersion=3&asOf=2023-06-21T09:59:59%2B09:00").at("/flags"))
        .hasSize(1);
    assertThat(account(id, "?asOf=2023-06-21T10:00:00%2B09:00").at("/flags")).isEmpty();
  }

  @Test
  void everyEntryIsOnTheTimelineWithItsWords() {
    var items = account(objector, "/timeline").at("/items");
    assertThat(items.at("/2/event").asString()).isEqualTo("subscription.amendment-objected");
    assertThat(items.at("/2/details/statement/text").asString()).isEqualTo("値上げに反対");
    assertThat(items.at("/2/details/terms/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(items.at("/3/event").asString()).isEqualTo("subscription.objection-withdrawn");
    var others = account(withdrawer, "/timeline").at("/items");
    assertThat(others.at("/2/event").asString()).isEqualTo("subscription.consent-withdrawn");
    assertThat(others.at("/4/event").asString())
        .isEqualTo("subscription.consent-withdrawal-settled");
  }

  @Test
  void theReplaySaysTheSameAndFindsADamagedFlag() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    recorder.record(at, applied(id, "C-damaged", "ISP-H", at));
    recorder.record(at, accepted(id, "a", Scenes.OLD, at));
    recorder.record(at, Scenes.objected(id, "o", at));
    recorder.record(at, consentWithdrawn(id, "w", 2, "a", Scenes.OLD, at));
    account(id, "?minVersion=3");
    assertThat(replay(id).at("/equal").asBoolean()).isTrue();

    readSide
        .sql()
        .sql("UPDATE projection.flag SET ends_at = starts_at WHERE subscription_id = ?")
        .param(id)
        .update();
    var fields = new ArrayList<String>();
    replay(id).at("/differences").forEach(each -> fields.add(each.at("/field").asString()));
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "account.objections[o].withdrawnAt", "account.consentWithdrawals[w].settledAt");
  }

  @Test
  void anObjectionThatWasAMistakeIsGoneAndWhatWasKnownBeforeStays() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    recorder.record(at, applied(id, "C-mistaken", "ISP-I", at));
    var entry = recorder.record(at, Scenes.objected(id, "o", at));
    recorder.record(japan("2023-06-21T10:00"), voided(id, entry, japan("2023-06-21T10:00")));

    assertThat(account(id, "?minVersion=2").at("/objections")).isEmpty();
    assertThat(account(id, "?knownAt=2023-06-20T10:00:00%2B09:00").at("/objections")).hasSize(1);
  }

  @Test
  void whatWasShownIsLinkedToTheActAndItsWordsAreForAgents() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    var evidence =
        recorder.seal("C-shown", Purposes.displayEvidence(id), "{\"place\":\"https://shop\"}");
    recorder.record(at, applied(id, "C-shown", "ISP-J", at));
    var terms = new TermsReference("mysecure", Scenes.OLD, "sha-of-" + Scenes.OLD);
    var shown =
        recorder.record(
            at, new TermsDisplayed(id, "d", "a", terms, evidence, japan("2023-06-19T23:58"), null));
    recorder.record(at, accepted(id, "a", Scenes.OLD, at));

    var act = account(id, "/consents?minVersion=2").at("/acts/0");
    assertThat(act.at("/display/displayId").asString()).isEqualTo("d");
    assertThat(act.at("/display/eventId").asString()).isEqualTo(shown);
    var entry = account(id, "/timeline").at("/items/1");
    assertThat(entry.at("/event").asString()).isEqualTo("subscription.terms-displayed");
    assertThat(entry.at("/effectiveAt").asString()).isEqualTo("2023-06-19T23:58:00+09:00");
    assertThat(entry.at("/details/evidence/text").asString()).contains("https://shop");
    assertThat(entry.at("/details/acceptanceId").asString()).isEqualTo("a");
    assertThat(replay(id).at("/equal").asBoolean()).isTrue();
  }

  @Test
  void anActWithoutADisplayIsUnprovenInEveryAnswer() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    recorder.record(at, applied(id, "C-unshown", "ISP-K", at));
    var act = accepted(id, "a", Scenes.OLD, at);
    recorder.record(
        at,
        new TermsAccepted(
            id, "a", act.terms(), act.items(), AcceptanceBasis.IMPORTED_UNPROVEN, null, at, null));

    var account = account(id, "?minVersion=1");
    assertThat(account.at("/acceptedTerms/0/basis").asString()).isEqualTo("IMPORTED_UNPROVEN");
    assertThat(account.at("/binding/reason/ja").asString()).contains("表示の証拠がありません");
    var consents = account(id, "/consents?minVersion=1").at("/acts/0");
    assertThat(consents.at("/basis").asString()).isEqualTo("IMPORTED_UNPROVEN");
    assertThat(consents.has("display")).isFalse();
    var ofSubscriber = readSide.get("/v1/subscribers/C-unshown/consents", Role.AUDITOR);
    assertThat(ofSubscriber.at("/items/0/acts/0/basis").asString()).isEqualTo("IMPORTED_UNPROVEN");
    assertThat(account(id, "/timeline").at("/items/1/details/basis").asString())
        .isEqualTo("IMPORTED_UNPROVEN");
    assertThat(replay(id).at("/folded/acceptedTerms/0/basis").asString())
        .isEqualTo("IMPORTED_UNPROVEN");
  }

  private JsonNode replay(String id) {
    return readSide.get("/v1/audit/subscriptions/" + id + "/replay", Role.AUDITOR);
  }

  private List<String> found(String flag, String asOf) {
    var answer =
        readSide.get(
            "/v1/subscriptions?isp=" + ISP + "&flag=" + flag + "&asOf=" + asOf + "%2B09:00",
            Role.AGENT);
    var ids = new ArrayList<String>();
    answer.at("/items").forEach(item -> ids.add(item.at("/subscriptionId").asString()));
    return ids;
  }

  private JsonNode account(String id, String more) {
    return readSide.get("/v1/subscriptions/" + id + more, Role.AGENT);
  }
}
