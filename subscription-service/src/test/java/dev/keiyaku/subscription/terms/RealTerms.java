package dev.keiyaku.subscription.terms;

import dev.keiyaku.http.StrictJson;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.TermsCommand.RecordTermsNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Both versions of the source as they are published on the first start, and the notice. */
final class RealTerms {

  static final String OLD = "until-2023-06-30";
  static final String NEW = "2023-07-01";
  static final String NOTICE_ID = "0188fcb0-0000-7000-8000-000000000001";

  private static final Path FOLDER =
      Path.of("../infra/standalone/src/main/resources/terms/mysecure");

  private RealTerms() {}

  static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PublishTermsVersion publish(String version) {
    return StrictJson.read(bytes(version + ".json"), Publication.class).command("mysecure");
  }

  static RecordTermsNotice notice() {
    return StrictJson.read(bytes(NEW + ".notice.json"), Notice.class)
        .command("mysecure", NEW, NOTICE_ID);
  }
}
