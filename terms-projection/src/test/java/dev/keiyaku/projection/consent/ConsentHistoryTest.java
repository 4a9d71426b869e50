package dev.keiyaku.projection.consent;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.retimed;
import static dev.keiyaku.projection.Scenes.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentHistoryTest {

  private ReadSide readSide;
  private Recorder recorder;
  private String id;

  @BeforeAll
  void aSubscriberWhoAcceptedTheOldVersion() {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), ItemScenes.oldTerms());
    recorder.record(
        japan("2023-06-16T10:00"), ItemScenes.newTerms(AmendmentBasis.REASONABLE_CHANGE));
    recorder.record(
        japan("2023-06-16T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
    id = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(id, "C1", "ISP-A", japan("2023-06-20T09:00")));
    recorder.record(japan("2023-06-20T10:00"), act("C1", id, "a1"));
    recorder.record(japan("2023-06-21T10:00"), activated(id, japan("2023-06-21T10:00")));
  }

  private dev.keiyaku.contract.subscription.TermsAccepted act(
      String subscriber, String subscription, String acceptance) {
    return ItemScenes.shown(
        accepted(subscription, acceptance, Scenes.OLD, japan("2023-06-20T09:00")),
        recorder.seal(
            subscriber, Purposes.displayEvidence(subscription), "{\"place\":\"https://shop\"}"),
        recorder.seal(subscriber, Purposes.reason(subscription), "紙の申込書"));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private JsonNode consents(String subscription, long version, String more) {
    return readSide.get(
        "/v1/subscriptions/" + subscription + "/consents?minVersion=" + version + more,
        Role.AUDITOR);
  }

  @Test
  void everyItemIsAFactOfItsOwnWithItsWords() {
    var act = consents(id, 2, "").at("/acts/0");

    assertThat(act.at("/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(act.at("/contentSha256").asString()).isEqualTo("sha-of-" + Scenes.OLD);
    assertThat(act.at("/basis").asString()).isEqualTo("EXPLICIT");
    assertThat(act.at("/standing").asString()).isEqualTo("MADE");
    assertThat(act.at("/items")).hasSize(7);
    assertThat(act.at("/items/0/number").asInt()).isZero();
    assertThat(act.at("/items/3/label").asString()).isEqualTo("(3)");
    assertThat(act.at("/items/3/path").asString()).isEqualTo("art7/p1/i3");
    assertThat(act.at("/items/3/text").asString())
        .isEqualTo("アカウントに関する契約者の情報が、ウェブルート株式会社のサーバに格納されること。");
  }

  @Test
  void whatWasShownIsAFactApartAndItsEvidenceIsForAuditorsAndAgents() {
    var act = consents(id, 2, "").at("/acts/0");
    assertThat(act.at("/display/displayedAt").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
    assertThat(act.at("/display/evidence/text").asString()).contains("https://shop");
    assertThat(act.at("/reason/text").asString()).isEqualTo("紙の申込書");

    var isp = readSide.get("/v1/subscriptions/" + id + "/consents", Role.PROVISIONING, "ISP-A");
    assertThat(isp.at("/acts/0/display/evidence/withheld").asBoolean()).isTrue();
  }

  @Test
  void whoRecordedItAndFromWhatIsSaid() {
    var recorded = consents(id, 2, "").at("/acts/0/recorded");

    assertThat(recorded.at("/at").asString()).isEqualTo("2023-06-20T10:00:00+09:00");
    assertThat(recorded.at("/actor").asString()).isEqualTo("someone");
    assertThat(recorded.at("/role").asString()).isEqualTo("provisioning");
    assertThat(recorded.at("/correlationId").asString()).hasSize(32);
    assertThat(recorded.has("causationId")).isTrue();
  }

  @Test
  void theBindingIsComputedAtTheInstantAskedAndSaysWhy() {
    var now = consents(id, 2, "").at("/binding");
    assertThat(now.at("/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
    assertThat(now.at("/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(now.at("/since").asString()).isEqualTo("2023-07-01T00:00:00+09:00");
    assertThat(now.at("/reason/ja").asString()).contains("民法548条の4第1項第2号");

    var june = consents(id, 2, "&asOf=2023-06-30T23:59:59.999%2B09:00").at("/binding");
    assertThat(june.at("/basis").asString()).isEqualTo("EXPLICIT");
    assertThat(june.at("/version").asString()).isEqualTo(Scenes.OLD);
  }

  @Test
  void whatWasNotRecordedYetWasNotKnown() {
    var before = "/v1/subscriptions/" + id + "/consents?knownAt=2023-06-20T09:30:00%2B09:00";
    assertThat(readSide.ask(before, Role.AUDITOR).statusCode()).isEqualTo(404);
  }

  @Test
  void anActThatWasAMistakeIsShownAsWithdrawnAndWhatWasKnownBeforeStays() {
    var other = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(other, "C2", null, japan("2023-06-20T09:00")));
    var event = recorder.record(japan("2023-06-20T10:00"), act("C2", other, "a2"));
    recorder.record(japan("2023-06-25T10:00"), voided(other, event, japan("2023-06-25T10:00")));

    var act = consents(other, 2, "");
    assertThat(act.at("/acts/0/standing").asString()).isEqualTo("VOIDED");
    assertThat(act.at("/acts/0/items")).hasSize(7);
    assertThat(act.at("/acts/0/corrections/0/kind").asString()).isEqualTo("VOID");
    assertThat(act.at("/binding/basis").asString()).isEqualTo("NOT_BOUND");

    var before = consents(other, 2, "&knownAt=2023-06-25T09:59:59%2B09:00");
    assertThat(before.at("/acts/0/standing").asString()).isEqualTo("MADE");
    assertThat(before.at("/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
  }

  @Test
  void anActThatWasRetimedHoldsFromTheRightTime() {
    var other = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(other, "C3", null, japan("2023-06-20T09:00")));
    var event = recorder.record(japan("2023-06-20T10:00"), act("C3", other, "a3"));
    recorder.record(
        japan("2023-06-25T10:00"),
        retimed(other, event, japan("2023-06-22T09:00"), japan("2023-06-25T10:00")));

    var answer = consents(other, 2, "&asOf=2023-06-21T00:00:00%2B09:00");
    assertThat(answer.at("/acts/0/standing").asString()).isEqualTo("AHEAD");
    assertThat(answer.at("/acts/0/acceptedAt").asString()).isEqualTo("2023-06-22T09:00:00+09:00");
    assertThat(answer.at("/acts/0/enteredAt").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
    assertThat(answer.at("/binding/basis").asString()).isEqualTo("NOT_BOUND");
  }

  @Test
  void aSubscribersConsentsAreThoseOfAllSubscriptionsThatTheCallerSees() {
    var second = Uuid7.text();
    recorder.record(
        japan("2023-07-05T10:00"), applied(second, "C1", "ISP-B", japan("2023-07-05T10:00")));
    recorder.record(
        japan("2023-07-05T10:00"), accepted(second, "a9", Scenes.NEW, japan("2023-07-05T10:00")));
    consents(second, 1, "");

    var path = "/v1/subscribers/C1/consents";
    var all = readSide.get(path, Role.AUDITOR).at("/items");
    assertThat(all).hasSize(2);
    assertThat(all.at("/0/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
    assertThat(all.at("/1/binding/basis").asString()).isEqualTo("EXPLICIT");
    var ofIsp = readSide.get(path, Role.AUDITOR, "ISP-B").at("/items");
    assertThat(ofIsp).hasSize(1);
    assertThat(ofIsp.at("/0/subscriptionId").asString()).isEqualTo(second);
    assertThat(readSide.ask("/v1/subscribers/nobody/consents", Role.AUDITOR).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anotherIspsSubscriptionDoesNotExist() {
    var path = "/v1/subscriptions/" + id + "/consents";
    assertThat(readSide.ask(path, Role.PROVISIONING, "ISP-B").statusCode()).isEqualTo(404);
    assertThat(readSide.ask(path, Role.PROVISIONING, "ISP-A").statusCode()).isEqualTo(200);
    assertThat(readSide.ask(path, Role.LEGAL).statusCode()).isEqualTo(403);
  }

  @Test
  void theEtagIsTheStreamVersionAndNeverAnswersNotModified() throws Exception {
    consents(id, 2, "");
    for (var path : List.of("/v1/subscriptions/" + id, "/v1/subscriptions/" + id + "/consents")) {
      var request =
          HttpRequest.newBuilder(readSide.address().resolve(path))
              .header("Authorization", "Bearer " + readSide.issuer().token(Role.AUDITOR))
              .header("If-None-Match", "\"2\"")
              .build();
      try (var http = HttpClient.newHttpClient()) {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(answer.statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void anErasedSubscribersTextsReadAsErasedAndTheFactsStay() {
    var other = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(other, "C4", null, japan("2023-06-20T09:00")));
    recorder.record(japan("2023-06-20T10:00"), act("C4", other, "a4"));
    readSide.sql().sql("UPDATE keys.subject_key SET wrapped = NULL WHERE subject = 'C4'").update();

    var act = consents(other, 1, "").at("/acts/0");
    assertThat(act.at("/display/evidence/erased").asBoolean()).isTrue();
    assertThat(act.at("/reason/erased").asBoolean()).isTrue();
    assertThat(act.at("/display/displayedAt").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
  }

  @Test
  void aReplayMakesTheSameRows() {
    consents(id, 2, "");
    var tables = List.of("consent", "consent_subscription", "terms_entry");
    var before = tables.stream().map(this::rows).toList();
    var processor =
        readSide.bean(EventProcessingConfiguration.class).eventProcessor(ReadModel.GROUP);
    processor.orElseThrow().shutDown();
    readSide.sql().sql("DELETE FROM projection.token_entry").update();
    tables.forEach(table -> readSide.sql().sql("TRUNCATE projection." + table).update());
    processor.orElseThrow().start();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(tables.stream().map(this::rows).toList()).isEqualTo(before));
    consents(id, 2, "");
  }

  private List<@Nullable String> rows(String table) {
    return readSide
        .sql()
        .sql("SELECT row(t.*)::text FROM projection." + table + " t ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Test
  void rowsAreOnlyAdded() {
    consents(id, 2, "");
    var jdbc = readSide.bean(JdbcClient.class);
    for (var change :
        new String[] {
          "UPDATE projection.consent SET version = 'x'", "DELETE FROM projection.consent"
        }) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("only added");
    }
  }
}
