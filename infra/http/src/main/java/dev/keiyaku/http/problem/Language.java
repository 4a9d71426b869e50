package dev.keiyaku.http.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of our answers; Japanese when the caller has no preference. */
public enum Language {
  JA(Locale.JAPANESE),
  EN(Locale.ENGLISH);

  private static final List<Locale> OURS = List.of(Locale.JAPANESE, Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The better one for an {@code Accept-Language} header; a malformed header is no preference. */
  public static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return JA;
    }
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage);
      return Locale.ENGLISH.equals(Locale.lookup(ranges, OURS)) ? EN : JA;
    } catch (IllegalArgumentException malformed) {
      return JA;
    }
  }

  /** The language tag: {@code ja} or {@code en}. */
  public String tag() {
    return locale.toLanguageTag();
  }
}
