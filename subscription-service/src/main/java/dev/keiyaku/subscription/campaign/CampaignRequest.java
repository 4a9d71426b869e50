package dev.keiyaku.subscription.campaign;

import dev.keiyaku.contract.campaign.CohortPreview;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Screening;
import dev.keiyaku.subscription.campaign.CampaignCommand.CloseCampaign;
import dev.keiyaku.subscription.campaign.CampaignCommand.OpenCampaign;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests to campaigns as they are sent. */
final class CampaignRequest {

  private static final int MOST_PATHS = 20;
  private static final int LONGEST_TOKEN = 8_000;

  private CampaignRequest() {}

  /**
   * To open one.
   *
   * @param preview the token of the cohort's preview
   * @param lastDay a day in Japan
   */
  record Opening(
      @Nullable String title,
      @Nullable Target target,
      @Nullable String preview,
      @Nullable String lastDay,
      @Nullable String reason) {

    OpenCampaign command(String campaignId, String client, PreviewKey key) {
      var asked = Fields.required(target, "target");
      return new OpenCampaign(
          campaignId,
          screened(title, "title", 200),
          Fields.text(asked.document(), "target.document", 40),
          Fields.text(asked.version(), "target.version", 256),
          asked.checkedPaths(),
          lastDay == null ? null : day(lastDay),
          reason == null ? null : screened(reason, "reason", 2_000),
          preview(key),
          client);
    }

    private CohortPreview preview(PreviewKey key) {
      return key.verified(CohortPreview.USE, Fields.text(preview, "preview", LONGEST_TOKEN))
          .map(signed -> EventJson.mapper().readValue(signed, CohortPreview.class))
          .orElseThrow(() -> Problem.of(ProblemCode.PREVIEW_INVALID));
    }
  }

  /**
   * What is to be accepted.
   *
   * @param paths of its clauses; none for the version as a whole
   */
  record Target(
      @Nullable String document, @Nullable String version, @Nullable List<@Nullable String> paths) {

    List<String> checkedPaths() {
      if (paths == null) {
        return List.of();
      }
      if (paths.isEmpty() || paths.stream().anyMatch(Objects::isNull)) {
        throw invalid("target.paths", "empty");
      }
      if (paths.size() > MOST_PATHS) {
        throw invalid("target.paths", "size");
      }
      var named = paths.stream().map(path -> Fields.text(path, "target.paths", 256)).toList();
      if (named.stream().distinct().count() < named.size()) {
        throw invalid("target.paths", "repeated");
      }
      return named;
    }
  }

  /** To close one. */
  record Closing(@Nullable String reason) {

    CloseCampaign command(String campaignId) {
      return new CloseCampaign(campaignId, screened(reason, "reason", 2_000));
    }
  }

  private static String screened(@Nullable String text, String path, int longest) {
    var said = Fields.text(text, path, longest);
    Screening.freeText(path, said);
    return said;
  }

  /** Read here: a mapper would also take an instant for a day, in another time zone. */
  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw invalid("lastDay", "invalid");
    }
  }

  private static Problem invalid(String path, String violation) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation(path, violation);
  }
}
