package dev.keiyaku.subscription.intake;

import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Screening;
import dev.keiyaku.subscription.subscription.FreeText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that come with a request: opaque ids as they are, free text screened. */
final class Texts {

  private static final int LONGEST = 2_000;

  /** No {@code @} in it: an e-mail address is no opaque id. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");

  /** 請求事業者 may be given by name. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._:/()（）・ー－…-]{1,128}");

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Texts() {}

  /** The id in a path; what is none of ours is not found. */
  static String id(String sent) {
    if (!UUID.matcher(sent).matches()) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return sent;
  }

  static String opaque(@Nullable String sent, String path) {
    return matching(OPAQUE, Fields.required(sent, path), path);
  }

  static @Nullable String opaqueIfSent(@Nullable String sent, String path) {
    return sent == null ? null : opaque(sent, path);
  }

  static @Nullable String name(@Nullable String sent, String path) {
    return sent == null ? null : matching(NAME, sent, path);
  }

  static String sha256(@Nullable String sent, String path) {
    return matching(SHA_256, Fields.required(sent, path), path);
  }

  static FreeText words(@Nullable String sent, String path) {
    return new FreeText(screened(sent, path));
  }

  static @Nullable FreeText wordsIfSent(@Nullable String sent, String path) {
    return sent == null ? null : words(sent, path);
  }

  static @Nullable String screenedIfSent(@Nullable String sent, String path) {
    return sent == null ? null : screened(sent, path);
  }

  private static String screened(@Nullable String sent, String path) {
    var text = Fields.text(sent, path, LONGEST);
    Screening.freeText(path, text);
    return text;
  }

  private static String matching(Pattern pattern, String sent, String path) {
    if (!pattern.matcher(sent).matches()) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation(path, "invalid");
    }
    return sent;
  }
}
