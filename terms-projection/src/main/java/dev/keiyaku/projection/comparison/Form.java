package dev.keiyaku.projection.comparison;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.comparison.rendering.Html;
import dev.keiyaku.projection.comparison.rendering.Markdown;
import dev.keiyaku.projection.comparison.rendering.Pdf;
import dev.keiyaku.projection.comparison.rendering.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form the table is given. */
enum Form {
  JSON(MediaType.APPLICATION_JSON),
  HTML(new MediaType("text", "html", StandardCharsets.UTF_8)),
  MARKDOWN(new MediaType("text", "markdown", StandardCharsets.UTF_8)),
  PDF(MediaType.APPLICATION_PDF);

  private final MediaType type;

  Form(MediaType type) {
    this.type = type;
  }

  MediaType type() {
    return type;
  }

  /**
   * The table in this form.
   *
   * @throws Problem COMPARISON_TOO_LONG when it is too long for a PDF
   */
  Object of(Sheet sheet) {
    return switch (this) {
      case JSON -> sheet.comparison();
      case HTML -> Html.of(sheet).getBytes(StandardCharsets.UTF_8);
      case MARKDOWN -> Markdown.of(sheet).getBytes(StandardCharsets.UTF_8);
      case PDF -> Pdf.of(sheet);
    };
  }

  /**
   * The best one for an {@code Accept} header; JSON when there is none.
   *
   * @throws Problem NOT_ACCEPTABLE when there is none for it
   */
  static Form accepted(HttpHeaders headers) {
    var ranges = ranges(headers);
    if (ranges.isEmpty()) {
      return JSON;
    }
    return ranges.stream()
        .filter(range -> range.getQualityValue() > 0)
        .flatMap(range -> Arrays.stream(values()).filter(form -> range.includes(plain(form))))
        .findFirst()
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_ACCEPTABLE));
  }

  private static MediaType plain(Form form) {
    return new MediaType(form.type.getType(), form.type.getSubtype());
  }

  private static List<MediaType> ranges(HttpHeaders headers) {
    try {
      return headers.getAccept().stream()
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .toList();
    } catch (InvalidMediaTypeException malformed) {
      throw Problem.of(ProblemCode.NOT_ACCEPTABLE, malformed);
    }
  }
}
