package dev.keiyaku.projection.comparison.rendering;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/** The page as PDF/UA: tagged, A4 landscape, its Japanese font embedded (what is used of it). */
public final class Pdf {

  /** More rows than a book has: setting them holds memory, and a core for many seconds. */
  static final int MOST_LINES = 1_000;

  private static final String FONT = "NotoSansJP-Regular.ttf";

  static {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private Pdf() {}

  /**
   * A whole document.
   *
   * @throws Problem COMPARISON_TOO_LONG when it has more than 1,000 lines
   */
  public static byte[] of(Sheet sheet) {
    int lines = Lines.of(sheet.comparison().rows()).size();
    if (lines > MOST_LINES) {
      throw Problem.of(ProblemCode.COMPARISON_TOO_LONG).detail(lines, MOST_LINES);
    }
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .usePdfUaAccessibility(true)
          .useFont(Pdf::font, "Noto Sans JP")
          // Nothing is fetched, whatever the page asks for.
          .useUriResolver((_, _) -> null)
          .withProducer("Keiyaku")
          .withHtmlContent(Html.of(sheet), null)
          .toStream(bytes)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static InputStream font() {
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(FONT), FONT);
  }
}
