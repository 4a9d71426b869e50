package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancellationWithdrawn;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.retimed;
import static dev.keiyaku.projection.Scenes.suspended;
import static dev.keiyaku.projection.Scenes.suspensionWithdrawn;
import static dev.keiyaku.projection.Scenes.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.reading.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineTest {

  private final ReadSide readSide = ReadSide.shared();
  private final String id = Uuid7.text();
  private String mistaken = "";

  @BeforeAll
  void aLifeWithAFutureAndMistakes() {
    var recorder = readSide.recorder();
    recorder.record(
        japan("2023-07-02T10:00"), applied(id, "C2", "ISP-A", japan("2023-07-01T00:00")), "ISP-A");
    var late = recorder.record(japan("2023-07-03T10:00"), activated(id, japan("2023-07-03T10:00")));
    recorder.record(
        japan("2023-07-04T10:00"),
        suspended(id, "ahead", SuspensionGround.MAINTENANCE, japan("2023-09-01T00:00")));
    recorder.record(
        japan("2023-07-05T10:00"),
        suspended(id, "never", SuspensionGround.DISASTER, japan("2023-09-02T00:00")));
    recorder.record(
        japan("2023-07-06T10:00"), suspensionWithdrawn(id, "never", japan("2023-07-06T10:00")));
    mistaken =
        recorder.record(
            japan("2023-07-07T10:00"),
            suspended(id, "mistake", SuspensionGround.VENDOR, japan("2023-07-07T10:00")));
    recorder.record(japan("2023-07-08T10:00"), voided(id, mistaken, japan("2023-07-08T10:00")));
    recorder.record(
        japan("2023-07-09T10:00"),
        retimed(id, late, japan("2023-07-02T10:00"), japan("2023-07-09T10:00")));
    recorder.record(japan("2023-07-10T10:00"), cancelled(id, "c", japan("2023-12-01T00:00")));
    recorder.record(
        japan("2023-07-11T10:00"), cancellationWithdrawn(id, "c", japan("2023-07-11T10:00")));
  }

  @Test
  void showsEverythingAndMarksIt() {
    var items = timeline("").at("/items");
    assertThat(items).hasSize(10);
    assertThat(marks(items, 0)).isEmpty();
    assertThat(marks(items, 1)).containsExactly("RETIMED");
    assertThat(marks(items, 2)).containsExactly("FUTURE");
    assertThat(marks(items, 3)).containsExactly("FUTURE", "WITHDRAWN");
    assertThat(marks(items, 5)).containsExactly("VOIDED");
    assertThat(marks(items, 8)).containsExactly("FUTURE", "WITHDRAWN");
  }

  @Test
  void bothTimesAreThereAndTheCorrectedOneBesideTheEnteredOne() {
    var activation = timeline("").at("/items/1");
    assertThat(activation.at("/event").asString()).isEqualTo("subscription.activated");
    assertThat(activation.at("/effectiveAt").asString()).isEqualTo("2023-07-03T10:00:00+09:00");
    assertThat(activation.at("/holdsFrom").asString()).isEqualTo("2023-07-02T10:00:00+09:00");
    assertThat(activation.at("/recordedAt").asString()).isEqualTo("2023-07-03T10:00:00+09:00");
    assertThat(activation.at("/correctedBy")).hasSize(1);
  }

  @Test
  void saysWhoRecordedItAndFromWhat() {
    var by = timeline("").at("/items/0/by");
    assertThat(by.at("/client").asString()).isEqualTo("a-client");
    assertThat(by.at("/isp").asString()).isEqualTo("ISP-A");
    assertThat(by.at("/correlationId").asString()).hasSize(32);
    assertThat(by.at("/causationId").asString()).isNotBlank();
  }

  @Test
  void whatWasKnownBeforeACorrectionDoesNotChange() {
    var then = timeline("&knownAt=2023-07-07T12:00:00%2B09:00");
    assertThat(then.at("/items")).hasSize(6);
    assertThat(then.at("/version").asLong()).isEqualTo(5);
    assertThat(marks(then.at("/items"), 5)).isEmpty();
    assertThat(then.at("/items/5/eventId").asString()).isEqualTo(mistaken);
  }

  @Test
  void pagesFollowEachOtherByTheirLinksAndMissNothing() {
    var path = "/v1/subscriptions/" + id + "/timeline?minVersion=9&limit=4";
    var sequences = new ArrayList<Long>();
    var pages = new ArrayList<Integer>();
    for (Optional<String> next = Optional.of(path); next.isPresent(); ) {
      var answer = readSide.ask(next.get(), Role.AUDITOR);
      assertThat(answer.headers().firstValue("ETag")).contains("\"9\"");
      var page = StrictJson.mapper().readTree(answer.body());
      assertThat(page.at("/count").toString()).isEqualTo("{\"value\":10,\"capped\":false}");
      page.at("/items").forEach(item -> sequences.add(item.at("/sequence").asLong()));
      pages.add(page.at("/items").size());
      next = answer.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
      assertThat(page.has("next")).isEqualTo(next.isPresent());
    }
    assertThat(pages).containsExactly(4, 4, 2);
    assertThat(sequences).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void aPageKnowsWhatLaterPagesSayOfItsEntries() {
    var first = timeline("&limit=2");
    assertThat(marks(first.at("/items"), 1)).containsExactly("RETIMED");
    assertThat(first.at("/version").asLong()).isEqualTo(9);
  }

  @Test
  void aCursorThatWeNeverMadeIsRefused() {
    for (var query : List.of("cursor=%21", "cursor=" + Cursor.after("x"), "limit=0", "limit=201")) {
      var answer = readSide.ask("/v1/subscriptions/" + id + "/timeline?" + query, Role.AUDITOR);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.body()).contains("INVALID_FIELD");
    }
  }

  @Test
  void anotherIspsTimelineDoesNotExist() {
    assertThat(
            readSide
                .ask(
                    "/v1/subscriptions/" + id + "/timeline?minVersion=9",
                    Role.PROVISIONING,
                    "ISP-B")
                .statusCode())
        .isEqualTo(404);
  }

  private JsonNode timeline(String more) {
    return readSide.get(
        "/v1/subscriptions/" + id + "/timeline?minVersion=9&asOf=2023-07-31T00:00:00Z" + more,
        Role.AUDITOR);
  }

  private static List<String> marks(JsonNode items, int index) {
    return items.at("/" + index + "/marks").valueStream().map(JsonNode::asString).toList();
  }
}
