package dev.keiyaku.projection.comparison;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.eventstore.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Both versions of the source as they are published on the first start. */
public final class RealTerms {

  public static final String OLD = "until-2023-06-30";
  public static final String NEW = "2023-07-01";

  private static final Path FOLDER =
      Path.of("../infra/standalone/src/main/resources/terms/mysecure");

  private RealTerms() {}

  /** As the file has it. */
  private record Publication(
      String version,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate amendedOn,
      @Nullable String amendmentReference,
      @Nullable AmendmentBasis basis,
      TermsContent content,
      @Nullable String reason) {}

  /** A version published; its hashes are made up. */
  public static TermsVersionPublished published(String version) {
    try {
      var bytes = Files.readAllBytes(FOLDER.resolve(version + ".json"));
      var file = EventJson.mapper().readValue(bytes, Publication.class);
      return new TermsVersionPublished(
          "mysecure",
          file.version,
          file.effectiveFrom,
          file.amendedOn,
          file.amendmentReference,
          file.basis,
          file.content,
          "sha-of-" + version,
          Map.of(),
          file.reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
