package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.projection.comparison.wording.Normalised;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts in the form compared, each made once: most stand in both versions. */
final class Wordings {

  private final Map<String, String> known = new HashMap<>();

  /** Empty for null. */
  String of(@Nullable String text) {
    return text == null ? "" : known.computeIfAbsent(text, Normalised::words);
  }
}
