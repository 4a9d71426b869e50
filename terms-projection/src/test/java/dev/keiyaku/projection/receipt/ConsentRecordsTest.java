package dev.keiyaku.projection.receipt;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.retimed;
import static dev.keiyaku.projection.Scenes.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every answer here is held against the published schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentRecordsTest {

  private static final String SHOWN = "\"2023-06-20T08:58:12+09:00\"";

  private final PublishedSchema schema = new PublishedSchema();
  private ReadSide readSide;
  private Recorder recorder;
  private String id;

  @BeforeAll
  void aSubscriberWhoAcceptedTheOldVersion() {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), HashedTerms.published(Scenes.OLD));
    recorder.record(japan("2023-06-16T10:00"), HashedTerms.published(Scenes.NEW));
    id = applies("C1", "ISP-A");
    accepts("C1", id, Scenes.OLD, japan("2023-06-20T09:00"), japan("2023-06-20T08:58:12"));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void thereIsARecordOfEachItemAboutDataAndOfNoOther() {
    var answer = records(id, 1, "");

    assertThat(answer.at("/records")).hasSize(3);
    assertThat(texts(answer, "/records", "/header/item")).containsExactly("2", "3", "4");
    assertThat(texts(answer, "/records", "/status")).containsOnly("dpv:ConsentGiven");
    assertThat(texts(answer, "/records", "/type")).containsOnly("dpv:ConsentRecord");
    assertThat(answer.at("/records/0/processing/0/personalData").toString())
        .isEqualTo("[\"pd:EmailAddress\",\"pd:Password\",\"pd:TelephoneNumber\"]");
  }

  @Test
  void theContractsAssentStandsBesideAndIsNoConsentToProcessing() {
    var answer = records(id, 1, "");

    assertThat(answer.at("/assents")).hasSize(1);
    assertThat(answer.at("/assents/0/type").asString()).isEqualTo("keiyaku:TermsAcceptance");
    assertThat(answer.at("/assents/0/items").toString()).isEqualTo("[1,2,3,4,5,6]");
    assertThat(answer.at("/records/0/header/acceptance")).isEqualTo(answer.at("/assents/0/id"));
  }

  @Test
  void theFourSectionsSayWhichWordsWhoAndWhen() {
    var record = records(id, 1, "").at("/records/1");

    var notice = record.at("/processing/0/notice");
    assertThat(notice.at("/text").asString()).isEqualTo("アカウントに関する契約者の情報が、ウェブルート株式会社のサーバに格納されること。");
    assertThat(notice.at("/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(notice.at("/clauseSha256").asString())
        .isEqualTo(HashedTerms.published(Scenes.OLD).nodeSha256().get("art7/p1/i3"));
    assertThat(texts(record, "/parties", "/name")).containsExactly("", "当社", "ウェブルート株式会社");
    assertThat(record.at("/parties/0/id").asString()).isEqualTo("urn:keiyaku:subscriber:C1");
    assertThat(record.at("/processing/0/recipient")).isEqualTo(record.at("/parties/2/id"));
    assertThat(texts(record, "/events", "/state")).containsExactly("requested", "given");
    assertThat(record.at("/events/0/time").toString()).isEqualTo(SHOWN);
    assertThat(record.at("/events/1/time").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
    assertThat(record.at("/events/1/basis").asString()).isEqualTo("EXPLICIT");
    assertThat(record.at("/consentType").asString()).isEqualTo("dpv:ExplicitlyExpressedConsent");
  }

  @Test
  void betweenTheDisplayAndTheActItIsRequested() {
    var between = records(id, 1, "&asOf=2023-06-20T08:59:59.999%2B09:00");
    assertThat(texts(between, "/records", "/status")).containsOnly("dpv:ConsentRequested");
    assertThat(between.at("/records/0").has("consentType")).isFalse();
    assertThat(between.at("/assents/0/standing").asString()).isEqualTo("AHEAD");

    var before = records(id, 1, "&asOf=2023-06-20T08:58:11%2B09:00");
    assertThat(before.at("/records")).isEmpty();
  }

  @Test
  void whatWasNotRecordedYetWasNotKnown() {
    assertThat(
            readSide
                .ask(path(id) + "?knownAt=2023-06-20T09:30:00%2B09:00", Role.AUDITOR)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anActWithoutARecordOfItsDisplayIsNeverCalledExplicit() {
    var other = applies("C2", null);
    accepts("C2", other, Scenes.OLD, japan("2023-06-20T09:00"), null);

    var record = records(other, 1, "").at("/records/0");
    assertThat(texts(record, "/events", "/state")).containsExactly("given");
    assertThat(record.at("/events/0/basis").asString()).isEqualTo("IMPORTED_UNPROVEN");
    assertThat(record.has("consentType")).isFalse();
  }

  @Test
  void aMistakenActIsShownAsInvalidatedAndWasGivenAsFarAsWasKnown() {
    var other = applies("C3", null);
    var event =
        accepts("C3", other, Scenes.OLD, japan("2023-06-20T09:00"), japan("2023-06-20T08:00"));
    recorder.record(japan("2023-06-25T10:00"), voided(other, event, japan("2023-06-25T10:00")));

    var now = records(other, 2, "");
    assertThat(texts(now, "/records", "/status")).containsOnly("dpv:ConsentInvalidated");
    assertThat(texts(now.at("/records/0"), "/events", "/state"))
        .containsExactly("requested", "given", "invalidated");
    assertThat(now.at("/assents/0/standing").asString()).isEqualTo("VOIDED");
    var then = records(other, 2, "&knownAt=2023-06-25T09:59:59%2B09:00");
    assertThat(texts(then, "/records", "/status")).containsOnly("dpv:ConsentGiven");

    recorder.record(
        japan("2023-06-26T10:00"),
        voided(other, now.at("/records/0/events/2/id").asString().substring(9), Instant.EPOCH));
    assertThat(texts(records(other, 3, ""), "/records", "/status"))
        .containsOnly("dpv:ConsentGiven");
  }

  @Test
  void aRetimedActIsGivenFromTheRightTime() {
    var other = applies("C4", null);
    var event =
        accepts("C4", other, Scenes.OLD, japan("2023-06-20T09:00"), japan("2023-06-20T08:00"));
    recorder.record(
        japan("2023-06-25T10:00"),
        retimed(other, event, japan("2023-06-22T09:00"), japan("2023-06-25T10:00")));

    var record = records(other, 2, "").at("/records/0");
    assertThat(record.at("/events/1/time").asString()).isEqualTo("2023-06-22T09:00:00+09:00");
    var before = records(other, 2, "&asOf=2023-06-21T00:00:00%2B09:00");
    assertThat(texts(before, "/records", "/status")).containsOnly("dpv:ConsentRequested");
  }

  @Test
  void agreeingToTheNewVersionAddsRecordsThatNameTheNewVendor() {
    var other = applies("C5", "ISP-A");
    accepts("C5", other, Scenes.OLD, japan("2023-06-20T09:00"), japan("2023-06-20T08:00"));
    var at = japan("2023-07-05T09:00");
    recorder.record(at, act("C5", other, Uuid7.text(), Scenes.NEW, at, at));

    var answer = records(other, 2, "");
    assertThat(answer.at("/records")).hasSize(6);
    assertThat(answer.at("/records/1/parties/2/name").asString()).isEqualTo("ウェブルート株式会社");
    assertThat(answer.at("/records/4/parties/2/name").asString()).isEqualTo("オープンテキスト株式会社");
  }

  @Test
  void aWithdrawnItemIsWithdrawnFromItsInstantOnAndTheActStays() {
    var other = applies("C6", null);
    var act = act("C6", other, "a6", Scenes.OLD, japan("2023-06-20T09:00"), null);
    recorder.record(japan("2023-06-20T10:00"), act);
    var item = act.items().get(2);
    recorder.record(
        japan("2023-07-10T10:00"),
        new ConsentWithdrawn(
            other,
            Uuid7.text(),
            List.of(new ConsentWithdrawn.WithdrawnItem(item.number(), "a6", item.clause())),
            null,
            japan("2023-07-09T12:00"),
            null));

    assertThat(texts(records(other, 2, ""), "/records", "/status"))
        .containsExactly("dpv:ConsentGiven", "dpv:ConsentWithdrawn", "dpv:ConsentGiven");
    assertThat(
            texts(
                records(other, 2, "&asOf=2023-07-09T11:59:59.999%2B09:00"), "/records", "/status"))
        .containsOnly("dpv:ConsentGiven");
    assertThat(
            texts(records(other, 2, "&knownAt=2023-07-10T09:00:00%2B09:00"), "/records", "/status"))
        .containsOnly("dpv:ConsentGiven");
  }

  @Test
  void aReceiptIsTheCopyOfWhatOneActConsentedTo() {
    var all = records(id, 1, "");
    var acceptance = all.at("/assents/0/acceptanceId").asString();
    var receipt = get("/v1/subscriptions/" + id + "/consent-receipts/" + acceptance, null);

    assertThat(receipt.at("/type").asString()).isEqualTo("dpv:ConsentReceipt");
    assertThat(receipt.at("/records")).isEqualTo(all.at("/records"));
    assertThat(receipt.at("/assent")).isEqualTo(all.at("/assents/0"));
    assertThat(receipt.at("/header/receiptId").asString()).isEqualTo(acceptance);
    for (var none : List.of("nothing", Uuid7.text())) {
      var path = "/v1/subscriptions/" + id + "/consent-receipts/" + none;
      assertThat(readSide.ask(path, Role.AUDITOR).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void itIsJsonLdWhoseContextGoesWithIt() {
    var answer = readSide.ask(path(id), Role.AGENT);

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(records(id, 1, "").at("/@context/dpv").asString())
        .isEqualTo("https://w3id.org/dpv#");
  }

  @Test
  void nothingPersonalIsInItButOpaqueIds() {
    var answer = records(id, 1, "").toString();
    assertThat(answer).doesNotContain("shop.example", "someone", "Mozilla", "B-1");
  }

  @Test
  void anotherIspsSubscriptionDoesNotExistAndTheLegalDeskMayNotAsk() {
    assertThat(readSide.ask(path(id), Role.PROVISIONING, "ISP-B").statusCode()).isEqualTo(404);
    assertThat(get(path(id), "ISP-A").at("/records")).hasSize(3);
    assertThat(readSide.ask(path(id), Role.LEGAL).statusCode()).isEqualTo(403);
    assertThat(readSide.ask(path("mysecure"), Role.AUDITOR).statusCode()).isEqualTo(404);
  }

  @Test
  void theSchemaRefusesWhatIsNoRecord() {
    var good = (ObjectNode) records(id, 1, "");
    assertThat(schema.differences(good)).isEmpty();
    var event = (ObjectNode) good.at("/records/0/events/1");

    assertThat(schema.differences(good.deepCopy().put("email", "a@example.jp"))).isNotEmpty();
    event.put("state", "agreed");
    assertThat(schema.differences(good)).isNotEmpty();
    event.put("state", "given");
    ((ObjectNode) good.at("/records/0")).remove("consentType");
    assertThat(schema.differences(good)).isNotEmpty();
  }

  private String applies(String subscriber, @Nullable String isp) {
    var subscription = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"),
        applied(subscription, subscriber, isp, japan("2023-06-20T09:00")));
    return subscription;
  }

  private String accepts(
      String subscriber, String subscription, String version, Instant at, @Nullable Instant shown) {
    return recorder.record(
        japan("2023-06-20T10:00"), act(subscriber, subscription, Uuid7.text(), version, at, shown));
  }

  private dev.keiyaku.contract.subscription.TermsAccepted act(
      String subscriber,
      String subscription,
      String acceptance,
      String version,
      Instant at,
      @Nullable Instant shown) {
    var evidence =
        recorder.seal(
            subscriber,
            Purposes.displayEvidence(subscription),
            "{\"place\":\"https://shop.example\",\"userAgent\":\"Mozilla\"}");
    return HashedTerms.accepted(subscription, acceptance, version, at, shown, evidence);
  }

  private JsonNode records(String subscription, long version, String more) {
    return get(path(subscription) + "?minVersion=" + version + more, null);
  }

  /** No answer leaves here that the schema does not admit. */
  private JsonNode get(String path, @Nullable String isp) {
    var answer =
        isp == null ? readSide.get(path, Role.AUDITOR) : readSide.get(path, Role.PROVISIONING, isp);
    assertThat(schema.differences(answer)).isEmpty();
    return answer;
  }

  private static String path(String subscription) {
    return "/v1/subscriptions/" + subscription + "/consent-records";
  }

  private static List<String> texts(JsonNode in, String list, String each) {
    return StreamSupport.stream(in.at(list).spliterator(), false)
        .map(item -> item.at(each).asString(""))
        .toList();
  }
}
