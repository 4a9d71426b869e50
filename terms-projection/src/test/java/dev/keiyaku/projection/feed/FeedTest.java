package dev.keiyaku.projection.feed;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {

  private ReadSide readSide;
  private String ofA;
  private String ofB;
  private String suspension;

  @BeforeAll
  void eventsOfTwoIsps() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    ofA = Uuid7.text();
    ofB = Uuid7.text();
    recorder.record(
        japan("2023-06-20T10:00"), applied(ofA, "C1", "ISP-A", japan("2023-06-20T09:00")));
    recorder.record(
        japan("2023-06-20T11:00"), applied(ofB, "C2", "ISP-B", japan("2023-06-20T09:00")));
    var note = recorder.seal("C1", Purposes.suspensionNote(ofA), "内緒");
    suspension =
        recorder.record(
            japan("2023-07-10T13:00"),
            suspended(ofA, "s4", SuspensionGround.VENDOR, japan("2023-07-10T12:00"), note));
    recorder.record(japan("2023-07-11T10:00"), activated(ofB, japan("2023-07-11T10:00")));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void anEventIsACloudEvent() {
    var event = readSide.get("/v1/events?after=3&limit=1", Role.AUDITOR).at("/items/0");

    assertThat(event.at("/specversion").asString()).isEqualTo("1.0");
    assertThat(event.at("/id").asString()).isEqualTo(suspension);
    assertThat(event.at("/source").asString()).isEqualTo("urn:keiyaku:subscription-service");
    assertThat(event.at("/type").asString()).isEqualTo("subscription.suspended.1");
    assertThat(event.at("/subject").asString()).isEqualTo(ofA);
    assertThat(event.at("/time").asString()).isEqualTo("2023-07-10T13:00:00+09:00");
    assertThat(event.at("/recordedtime").asString()).isEqualTo("2023-07-10T13:00:00+09:00");
    assertThat(event.at("/effectivetime").asString()).isEqualTo("2023-07-10T12:00:00+09:00");
    assertThat(event.at("/datacontenttype").asString()).isEqualTo("application/json");
    assertThat(event.at("/dataschema").asString())
        .isEqualTo("urn:keiyaku:event:subscription.suspended.1");
    assertThat(event.at("/sequence").asString()).isEqualTo("0000000000000000004");
    assertThat(event.at("/partitionkey").asString()).isEqualTo(ofA);
    assertThat(event.at("/streamversion").asLong()).isEqualTo(1);
    assertThat(event.at("/correlationid").asString()).hasSize(32);
    assertThat(event.at("/causationid").asString()).isNotEmpty();
    assertThat(event.at("/data/ground").asString()).isEqualTo("VENDOR");
  }

  @Test
  void whatIsSealedIsOnlySaidToBeSealed() {
    var data = readSide.get("/v1/events?after=3&limit=1", Role.AUDITOR).at("/items/0/data");

    assertThat(data.at("/note").toString()).isEqualTo("{\"sealed\":true}");
    assertThat(data.toString()).doesNotContain("ciphertext", "内緒");
  }

  @Test
  void attributeNamesAreThoseThatCloudEventsAllows() {
    var items = readSide.get("/v1/events", Role.AUDITOR).at("/items");
    items.forEach(
        event -> assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]+")));
  }

  @Test
  void whoeverGoesOnFromNextSeesEverythingOnceAndInOrder() {
    var seen = new ArrayList<String>();
    var page = readSide.get("/v1/events?limit=2", Role.AUDITOR);
    while (!page.at("/items").isEmpty()) {
      page.at("/items").forEach(event -> seen.add(event.at("/sequence").asString()));
      page = readSide.get("/v1/events?limit=2&after=" + page.at("/next").asLong(), Role.AUDITOR);
    }

    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(5);
    assertThat(page.at("/next").asLong()).isEqualTo(5);
    assertThat(page.at("/more").asBoolean()).isFalse();
  }

  @Test
  void anIspFollowsItsOwnSubscriptionsAndTheTerms() {
    var page = readSide.get("/v1/events", Role.PROVISIONING, "ISP-A");

    assertThat(subjects(page)).containsExactly("mysecure", ofA, ofA);
    assertThat(page.at("/next").asLong()).isEqualTo(5);
    assertThat(page.toString()).doesNotContain(ofB);
    var first = readSide.get("/v1/events?limit=2", Role.PROVISIONING, "ISP-B");
    assertThat(subjects(first)).containsExactly("mysecure", ofB);
    var next = "/v1/events?limit=2&after=" + first.at("/next").asLong();
    assertThat(subjects(readSide.get(next, Role.PROVISIONING, "ISP-B"))).containsExactly(ofB);
  }

  private static List<String> subjects(JsonNode page) {
    var subjects = new ArrayList<String>();
    page.at("/items").forEach(event -> subjects.add(event.at("/subject").asString()));
    return subjects;
  }

  @Test
  void theNextPageIsLinked() {
    var answer = readSide.ask("/v1/events?limit=2", Role.AUDITOR);
    assertThat(answer.headers().firstValue("Link"))
        .contains("</v1/events?after=2&limit=2>; rel=\"next\"");
  }

  @Test
  void limitsAndPositionsAreChecked() {
    for (var query : List.of("limit=0", "limit=1001", "after=-1", "after=x", "since=1")) {
      assertThat(readSide.ask("/v1/events?" + query, Role.AUDITOR).statusCode()).isEqualTo(400);
    }
    assertThat(readSide.ask("/v1/events?limit=1000", Role.AUDITOR).statusCode()).isEqualTo(200);
  }
}
