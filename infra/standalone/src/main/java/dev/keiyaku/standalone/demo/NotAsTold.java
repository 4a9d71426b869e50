package dev.keiyaku.standalone.demo;

/** A step was answered otherwise than the story tells. */
public class NotAsTold extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAsTold(String message) {
    super(message);
  }
}
