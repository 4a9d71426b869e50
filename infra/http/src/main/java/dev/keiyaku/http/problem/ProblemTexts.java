package dev.keiyaku.http.problem;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Violation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of every problem, in both languages. */
public final class ProblemTexts {

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  public ProblemTexts() {
    for (var language : Language.values()) {
      texts.put(language, read("problems_" + language.tag() + ".properties"));
    }
  }

  /** The title of a code; every code has one in both languages. */
  public String title(ProblemCode code, Language language) {
    return text(language, code + ".title", code.name());
  }

  /**
   * The detail; every code has one in both languages. Where the arguments are not always known,
   * other words stand in for it; null when a problem lacks an argument and there are none.
   */
  public @Nullable String detail(Problem problem, Language language) {
    var pattern = pattern(problem.code(), language);
    var arguments = arguments(problem);
    if (pattern == null || pattern.contains("{" + arguments.size() + "}")) {
      return words(language).getProperty(problem.code() + ".detail.otherwise");
    }
    return new MessageFormat(pattern).format(arguments.toArray());
  }

  /** The pattern of a code's detail as written, or null. */
  public @Nullable String pattern(ProblemCode code, Language language) {
    return words(language).getProperty(code + ".detail");
  }

  /** What is wrong with a field; the violation's own code when it has no text. */
  public String violation(Violation violation, Language language) {
    return text(language, "violation." + violation.code(), violation.code());
  }

  private static List<String> arguments(Problem problem) {
    if (problem.arguments().isEmpty() && !problem.violations().isEmpty()) {
      return List.of(
          problem.violations().stream()
              .map(Violation::path)
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    return problem.arguments().stream().map(String::valueOf).toList();
  }

  private String text(Language language, String key, String otherwise) {
    var text = words(language).getProperty(key);
    return text == null ? otherwise : new MessageFormat(text).format(new Object[0]);
  }

  private Properties words(Language language) {
    var words = texts.get(language);
    if (words == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return words;
  }

  private static Properties read(String name) {
    var words = new Properties();
    try (var in = Problem.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + name);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
