package dev.keiyaku.projection.feed;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.consentWithdrawn;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.objected;
import static dev.keiyaku.projection.Scenes.objectionWithdrawn;
import static dev.keiyaku.projection.Scenes.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.VersionKind;
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

/** What the feed tells of amendments and of what subscribers do about them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedOfConsentTest {

  private ReadSide readSide;
  private String id;

  @BeforeAll
  void anAmendmentAndWhatASubscriberDoesAboutIt() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    recorder.record(
        japan("2023-06-16T10:00"),
        new TermsSuccessionNamed(
            "mysecure", Scenes.NEW, VersionKind.AMENDMENT, Scenes.OLD, List.of()));
    recorder.record(japan("2023-06-16T10:00"), Scenes.newTerms());
    id = Uuid7.text();
    var at = japan("2023-06-20T09:00");
    var evidence = recorder.seal("C1", Purposes.displayEvidence(id), "{\"place\":\"窓口\"}");
    var terms = new TermsReference("mysecure", Scenes.OLD, "sha-of-" + Scenes.OLD);
    recorder.record(at, applied(id, "C1", "ISP-A", at));
    recorder.record(at, new TermsDisplayed(id, "d", "a", terms, evidence, at, null));
    recorder.record(at, Scenes.accepted(id, "a", Scenes.OLD, at));
    var later = japan("2023-06-25T09:00");
    recorder.record(later, objected(id, "o", later));
    recorder.record(later, objectionWithdrawn(id, "o", later));
    recorder.record(later, consentWithdrawn(id, "w", 3, "a", Scenes.OLD, later));
    recorder.record(later, settled(id, "w", Settlement.KEPT, later));
    var withdrawnAt = japan("2023-06-28T10:00");
    recorder.record(
        withdrawnAt, new TermsVersionWithdrawn("mysecure", Scenes.NEW, withdrawnAt, "誤り"));
    readSide.get("/v1/subscriptions/" + id + "?minVersion=6", Role.AGENT);
    readSide.get("/v1/terms/mysecure/versions?minVersion=3", Role.AGENT);
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void theAuditorReadsEachInTheOrderOfItsRecording() {
    assertThat(types(readSide.get("/v1/events", Role.AUDITOR)))
        .containsExactly(
            "terms.version-published.1",
            "terms.succession-named.1",
            "terms.version-published.1",
            "subscription.applied.1",
            "subscription.terms-displayed.1",
            "subscription.terms-accepted.1",
            "subscription.amendment-objected.1",
            "subscription.objection-withdrawn.1",
            "subscription.consent-withdrawn.1",
            "subscription.consent-withdrawal-settled.1",
            "terms.version-withdrawn.1");
  }

  @Test
  void whereAndHowTheTermsWereShownStaysSealed() {
    var shown = readSide.get("/v1/events?after=4&limit=1", Role.AUDITOR).at("/items/0");

    assertThat(shown.at("/data/evidence").toString()).isEqualTo("{\"sealed\":true}");
    assertThat(shown.toString()).doesNotContain("窓口", "ciphertext");
  }

  @Test
  void anotherIspReadsOfTheTermsAlone() {
    var page = readSide.get("/v1/events", Role.PROVISIONING, "ISP-B");

    assertThat(types(page)).hasSize(4).allMatch(type -> type.startsWith("terms."));
    assertThat(page.toString()).doesNotContain(id);
    assertThat(types(readSide.get("/v1/events", Role.PROVISIONING, "ISP-A"))).hasSize(11);
  }

  private static List<String> types(JsonNode page) {
    var types = new ArrayList<String>();
    page.at("/items").forEach(event -> types.add(event.at("/type").asString()));
    return types;
  }
}
