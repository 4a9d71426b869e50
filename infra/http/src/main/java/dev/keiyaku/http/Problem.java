package dev.keiyaku.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, thrown from anywhere behind the edge and answered as RFC 9457 problem+json.
 *
 * <p>Built by chaining; must never carry a value that the caller sent as free text.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private transient List<Object> arguments = List.of();
  private transient @Nullable String article;
  private transient @Nullable String state;
  private transient @Nullable Duration retryAfter;
  private final transient List<Violation> violations = new ArrayList<>();
  private final transient List<String> allowed = new ArrayList<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  private Problem(ProblemCode code, @Nullable Throwable cause) {
    super(code.name(), cause, false, cause != null);
    this.code = code;
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, null);
  }

  /** With a cause, which is for the log only. */
  public static Problem of(ProblemCode code, Throwable cause) {
    return new Problem(code, cause);
  }

  /** The arguments of the code's detail text, {@code {0}} first. */
  public Problem detail(Object... arguments) {
    this.arguments = List.of(arguments);
    return this;
  }

  /** The clause that decided, for example {@code 第5条 3}. */
  public Problem article(String article) {
    this.article = article;
    return this;
  }

  public Problem violation(String path, String code) {
    violations.add(new Violation(path, code));
    return this;
  }

  /** The state that forbids it. */
  public Problem state(String currentState) {
    this.state = currentState;
    return this;
  }

  /** What could be done instead. */
  public Problem allowed(String... actions) {
    allowed.addAll(List.of(actions));
    return this;
  }

  /** A member of its own in the body. */
  public Problem with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** How long to wait before asking again; rounded up to whole seconds. */
  public Problem retryAfter(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public @Nullable String article() {
    return article;
  }

  public @Nullable String state() {
    return state;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public List<Violation> violations() {
    return Collections.unmodifiableList(violations);
  }

  public List<String> allowed() {
    return Collections.unmodifiableList(allowed);
  }

  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
