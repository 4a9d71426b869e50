package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.contract.campaign.CohortPreview;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The legal desk in tests: previews over HTTP; opens and closes as the write side records it. */
record Desk(ReadSide readSide) {

  static final String BY_NOTICE =
      """
      {"document": "mysecure", "version": "2023-07-01", "standing": "BOUND_BY_NOTICE"}\
      """;

  HttpResponse<String> ask(String question, Role role, @Nullable String isp) {
    var request =
        HttpRequest.newBuilder(readSide.address().resolve("/v1/campaigns/preview"))
            .header("Authorization", "Bearer " + readSide.issuer().token(role, isp))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "\"" + Uuid7.text() + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(question))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode preview(String question) {
    var answer = ask(question, Role.LEGAL, null);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return StrictJson.mapper().readTree(answer.body());
  }

  /** What the token of a preview carries. */
  CohortPreview signed(String question) {
    var token = preview(question).at("/token").asString();
    var text = readSide.bean(PreviewKey.class).verified(CohortPreview.USE, token);
    return EventJson.mapper().readValue(text.orElseThrow(), CohortPreview.class);
  }

  /** Opens one for the new version, or for clauses in its words; gives its id. */
  String open(Cohort cohort, Instant at, String... paths) {
    var id = Uuid7.text();
    var clauses =
        List.of(paths).stream()
            .map(path ->
                new ClauseReference(
                    "mysecure", Scenes.NEW, path, "sha-of-" + path + "-" + Scenes.NEW))
            .toList();
    var target = new CampaignTarget("mysecure", Scenes.NEW, "sha-of-" + Scenes.NEW, clauses);
    var opened =
        new CampaignOpened(
            id, "again", target, cohort, at, LocalDate.of(2023, 9, 30), "a new vendor");
    readSide.recorder().record(at, opened);
    readSide.get("/v1/campaigns/" + id + "?minVersion=0", Role.LEGAL);
    return id;
  }

  void close(String id, Instant at) {
    readSide.recorder().record(at, new CampaignClosed(id, at, "enough"));
    readSide.get("/v1/campaigns/" + id + "?minVersion=1", Role.LEGAL);
  }
}
