package dev.keiyaku.projection.provision;

import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.retimed;
import static dev.keiyaku.projection.Scenes.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import dev.keiyaku.projection.receipt.HashedTerms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTest {

  private static final String WEBROOT = "ウェブルート株式会社";
  private static final String OPENTEXT = "オープンテキスト株式会社";

  private ReadSide readSide;
  private Recorder recorder;

  @BeforeAll
  void bothVersionsTheSecondNoticedInTime() {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), HashedTerms.published(Scenes.OLD));
    recorder.record(japan("2023-06-16T10:00"), HashedTerms.published(Scenes.NEW));
    recorder.record(
        japan("2023-06-16T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void untilUseBeginsTheVendorGetsNothing() {
    var id = applies("C1", null, "2023-06-20T09:00");
    var entries = of(id, 1);

    assertThat(each(entries, "/standing")).containsExactly("AGREED", "AGREED", "AGREED");
    assertThat(each(entries, "/recipient/name")).containsOnly(WEBROOT);
    assertThat(each(entries, "/at")).containsOnly("2023-06-20T09:00:00+09:00");
  }

  @Test
  void fromThenOnItGetsWhatTheItemsSayOnTheWordsAccepted() {
    var id = applies("C2", null, "2023-07-05T09:00");
    activates(id, "2023-07-06T09:00");
    var entries = of(id, 2);

    assertThat(each(entries, "/standing")).containsExactly("PROVIDED", "PROVIDED", "PROVIDED");
    assertThat(each(entries, "/manner"))
        .containsExactly("ENTERED_AT_RECIPIENT", "STORED_AT_RECIPIENT", "STORED_AT_RECIPIENT");
    assertThat(each(entries, "/recipient/name")).containsOnly(OPENTEXT);
    assertThat(each(entries, "/at")).containsOnly("2023-07-06T09:00:00+09:00");
    assertThat(each(entries, "/basis/ground")).containsOnly("EXPLICIT");
    assertThat(entries.at("/items/1/basis/clause/text").asString())
        .isEqualTo("アカウントに関する契約者の情報がオープンテキスト株式会社のサーバに格納されること。");
    assertThat(entries.at("/items/1/basis/clause/sha256").asString())
        .isEqualTo(HashedTerms.published(Scenes.NEW).nodeSha256().get("art7/p1/i3"));
    assertThat(entries.at("/items/1/basis/clause/asCited").asBoolean()).isTrue();
  }

  @Test
  void anAmendmentThatBindsByItsNoticeNamesTheNextRecipientAndTheWordsAcceptedStay() {
    var id = applies("C3", null, "2023-06-20T09:00");
    activates(id, "2023-06-21T09:00");
    var entries = of(id, 2);

    assertThat(each(entries, "/recipient/name"))
        .containsExactly(WEBROOT, WEBROOT, WEBROOT, OPENTEXT, OPENTEXT, OPENTEXT);
    var amended = entries.at("/items/4");
    assertThat(amended.at("/at").asString()).isEqualTo("2023-07-01T00:00:00+09:00");
    assertThat(amended.at("/basis/ground").asString()).isEqualTo("NOTICED_AMENDMENT");
    assertThat(amended.at("/basis/boundBy").asString()).isEqualTo(Scenes.NEW);
    assertThat(amended.at("/basis/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(amended.at("/basis/clause/text").asString()).contains(WEBROOT);
  }

  @Test
  void whoBeginsUnderTheAmendmentNeverProvidedOnTheOldWords() {
    var id = applies("C4", null, "2023-06-30T09:00");
    activates(id, "2023-07-01T00:00");

    assertThat(each(of(id, 2), "/standing"))
        .containsExactly(
            "NOT_PROVIDED", "NOT_PROVIDED", "NOT_PROVIDED", "PROVIDED", "PROVIDED", "PROVIDED");
  }

  @Test
  void whoBeginsAMillisecondEarlierDid() {
    var id = applies("C4b", null, "2023-06-30T09:00");
    recorder.record(
        japan("2023-07-01T10:00"), activated(id, japan("2023-07-01T00:00").minusMillis(1)));

    assertThat(each(of(id, 2), "/standing")).hasSize(6).containsOnly("PROVIDED");
  }

  @Test
  void whoHasLeftGivesNothingToTheNextOne() {
    var id = applies("C5", null, "2023-06-20T09:00");
    activates(id, "2023-06-21T09:00");
    recorder.record(japan("2023-06-25T10:00"), cancelled(id, "x", japan("2023-06-30T00:00")));

    assertThat(each(of(id, 3), "/recipient/name")).containsExactly(WEBROOT, WEBROOT, WEBROOT);
  }

  @Test
  void whoLeavesBeforeUseBeginsNeverProvided() {
    var id = applies("C5b", null, "2023-06-20T09:00");
    recorder.record(japan("2023-06-25T10:00"), cancelled(id, "x", japan("2023-06-25T00:00")));

    assertThat(each(of(id, 2), "/standing")).containsOnly("NOT_PROVIDED");
  }

  @Test
  void thePartnerIspReadsTheContractFromTheApplicationOn() {
    var id = applies("C6", "ISP-A", "2023-06-20T09:00");
    var first = of(id, 1).at("/items/0");

    assertThat(first.at("/recipient/kind").asString()).isEqualTo("PARTNER_ISP");
    assertThat(first.at("/recipient/name").asString()).isEqualTo("ISP-A");
    assertThat(first.at("/manner").asString()).isEqualTo("READABLE_BY_RECIPIENT");
    assertThat(first.at("/standing").asString()).isEqualTo("PROVIDED");
    assertThat(first.at("/basis/item").asInt()).isZero();
    assertThat(first.at("/basis").has("clause")).isFalse();
  }

  @Test
  void aMistakenActStaysInTheRegisterAndIsCalledSo() {
    var id = applies("C7", "ISP-A", "2023-07-05T09:00");
    activates(id, "2023-07-06T09:00");
    var before = of(id, 2);
    recorder.record(
        japan("2023-07-08T10:00"),
        voided(id, before.at("/items/0/basis/eventId").asString(), japan("2023-07-08T10:00")));
    var after = of(id, 3);

    assertThat(each(after, "/standing")).hasSize(4).containsOnly("VOIDED");
    assertThat(each(after, "/provisionId")).isEqualTo(each(before, "/provisionId"));
  }

  @Test
  void aRetimedActivationMovesTheInstant() {
    var id = applies("C8", null, "2023-07-05T09:00");
    var event = activates(id, "2023-07-06T09:00");
    recorder.record(
        japan("2023-07-08T10:00"),
        retimed(id, event, japan("2023-07-07T12:00"), japan("2023-07-08T10:00")));

    assertThat(each(of(id, 3), "/at")).containsOnly("2023-07-07T12:00:00+09:00");
  }

  @Test
  void theWholeRegisterIsReadInPagesAndSaysTheSameAsEachSubscription() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var id = applies("P" + i, "ISP-P", "2023-06-20T09:00");
      activates(id, "2023-06-21T09:00");
      ids.add(id);
    }
    var one = ids.stream().flatMap(id -> items(of(id, 2)).stream()).toList();
    var all = pages("/v1/provisions?isp=ISP-P", 3);

    assertThat(one).hasSize(35);
    assertThat(all).isEqualTo(one);
    var first = readSide.get("/v1/provisions?isp=ISP-P&limit=3", Role.AUDITOR);
    assertThat(first.at("/count/value").asInt()).isEqualTo(35);
    assertThat(first.at("/count/capped").asBoolean()).isFalse();
  }

  @Test
  void filtersNarrowByRecipientAndByTime() {
    var id = applies("F1", "ISP-F", "2023-05-20T09:00");
    activates(id, "2023-05-21T09:00");
    of(id, 2);
    var isp = "/v1/provisions?isp=ISP-F";

    assertThat(pages(isp + "&recipient=" + encoded(WEBROOT), 50)).hasSize(3);
    assertThat(pages(isp + "&recipient=" + encoded(OPENTEXT), 50)).hasSize(3);
    assertThat(pages(isp + "&recipient=ISP-F", 50)).hasSize(1);
    assertThat(pages(isp + "&recipient=" + encoded("ウェブルート"), 50)).isEmpty();
    assertThat(pages(isp + window("2023-05-21T00:00:00", "2023-05-22T00:00:00"), 50)).hasSize(3);
    assertThat(pages(isp + window("2023-05-20T00:00:00", "2023-05-22T00:00:00"), 50)).hasSize(4);
    assertThat(pages(isp + window("2023-05-21T09:00:00.001", "2023-05-22T00:00:00"), 50)).isEmpty();
    assertThat(pages(isp + window("2023-05-20T00:00:00", "2023-05-21T09:00:00"), 50)).hasSize(1);
    assertThat(pages(isp + window("2023-07-01T00:00:00", "2023-07-01T00:00:01"), 50)).hasSize(3);
    assertThat(pages(isp + "&from=2023-05-21T00:00:00%2B09:00", 50)).hasSize(6);
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    for (var wrong :
        List.of("?since=2023-07-01", "?limit=201", "?cursor=bm90aGluZw", "?from=2023-07-01")) {
      assertThat(readSide.ask("/v1/provisions" + wrong, Role.AUDITOR).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(readSide.ask("/v1/provisions", Role.PROVISIONING).statusCode()).isEqualTo(403);
    var none = "/v1/subscriptions/" + Uuid7.text() + "/provisions";
    assertThat(readSide.ask(none, Role.AGENT).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherIspsEntriesDoNotExist() {
    var id = applies("I1", "ISP-I", "2023-06-20T09:00");
    of(id, 1);
    var path = "/v1/subscriptions/" + id + "/provisions";

    assertThat(readSide.ask(path, Role.AGENT, "ISP-B").statusCode()).isEqualTo(404);
    assertThat(readSide.get("/v1/provisions?isp=ISP-I", Role.AGENT, "ISP-B").at("/items"))
        .isEmpty();
    assertThat(readSide.get("/v1/provisions", Role.AGENT, "ISP-I").at("/items")).hasSize(4);
  }

  private String applies(String subscriber, @Nullable String isp, String localTime) {
    var id = Uuid7.text();
    var at = japan(localTime);
    recorder.record(at, applied(id, subscriber, isp, at));
    var version = at.isBefore(japan("2023-07-01T00:00")) ? Scenes.OLD : Scenes.NEW;
    recorder.record(at, HashedTerms.accepted(id, Uuid7.text(), version, at, shown(at), null));
    return id;
  }

  private static Instant shown(Instant at) {
    return at.minusSeconds(60);
  }

  private String activates(String id, String localTime) {
    return recorder.record(japan(localTime), activated(id, japan(localTime)));
  }

  private JsonNode of(String id, long version) {
    return readSide.get(
        "/v1/subscriptions/" + id + "/provisions?minVersion=" + version, Role.AUDITOR);
  }

  private List<JsonNode> pages(String path, int limit) {
    var all = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = readSide.get(path + "&limit=" + limit + next, Role.AUDITOR);
      all.addAll(items(page));
      next = page.has("next") ? "&cursor=" + page.at("/next").asString() : "";
    } while (!next.isEmpty());
    return all;
  }

  private static List<JsonNode> items(JsonNode answer) {
    return StreamSupport.stream(answer.at("/items").spliterator(), false).toList();
  }

  private static List<String> each(JsonNode answer, String at) {
    return items(answer).stream().map(item -> item.at(at).asString()).toList();
  }

  private static String window(String from, String to) {
    return "&from=" + from + "%2B09:00&to=" + to + "%2B09:00";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
