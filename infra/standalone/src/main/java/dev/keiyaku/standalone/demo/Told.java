package dev.keiyaku.standalone.demo;

import dev.keiyaku.standalone.client.Answer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An answer, and what the story expects of it; what is as told is printed. */
final class Told {

  private final Answer answer;
  private final Consumer<String> print;

  Told(Answer answer, Consumer<String> print) {
    this.answer = answer;
    this.print = print;
  }

  Answer answer() {
    return answer;
  }

  /** Accepted; says what that means. */
  Told accepted(String meaning) {
    if (!answer.succeeded()) {
      throw new NotAsTold("expected success, was " + summary() + " " + answer.body());
    }
    print.accept("  answer  " + answer.status() + "  " + meaning);
    return this;
  }

  Told refused(int status, String code) {
    if (answer.status() != status || !answer.code().equals(code)) {
      throw new NotAsTold(
          "expected %d %s, was %s %s".formatted(status, code, summary(), answer.body()));
    }
    String detail = answer.text("/detail");
    String words = detail.isEmpty() ? answer.text("/title") : detail;
    print.accept("  answer  " + summary() + "  " + words);
    return this;
  }

  /** The text at the pointer is the one given. */
  Told has(String pointer, String expected) {
    return has(pointer, expected::equals, expected);
  }

  /** The text at the pointer holds the words given. */
  Told quotes(String pointer, String words) {
    return has(pointer, text -> text.contains(words), "…" + words + "…");
  }

  private Told has(String pointer, Predicate<String> test, String expected) {
    JsonNode node = answer.at(pointer);
    String found = node.isString() ? node.asString() : node.toString();
    if (!test.test(found)) {
      throw new NotAsTold(
          "expected %s to be %s, was %s in %s".formatted(pointer, expected, found, answer.body()));
    }
    return this;
  }

  /** Why it was answered so, in words, with what the answer says at the pointers put in. */
  Told because(String format, String... pointers) {
    Object[] texts = new Object[pointers.length];
    for (int i = 0; i < pointers.length; i++) {
      texts[i] = answer.text(pointers[i]);
    }
    print.accept("  why     " + format.formatted(texts));
    return this;
  }

  private String summary() {
    return (answer.status() + " " + answer.code()).strip();
  }
}
