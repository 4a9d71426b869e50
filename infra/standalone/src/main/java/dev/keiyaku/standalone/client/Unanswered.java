package dev.keiyaku.standalone.client;

/** No answer came, or none that could be read: whether the request took effect is not known. */
public class Unanswered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unanswered(String what, Throwable cause) {
    super(what + ": " + cause, cause);
  }

  Unanswered(String what) {
    super(what);
  }
}
