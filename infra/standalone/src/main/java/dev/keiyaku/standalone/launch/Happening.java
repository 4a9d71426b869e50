package dev.keiyaku.standalone.launch;

/** What a run must answer to while it goes on. */
sealed interface Happening {

  /** Ctrl-C, SIGTERM, or whoever started the run. */
  record StopAsked() implements Happening {}

  record ServiceEnded(Service service, Child child) implements Happening {}

  record DatabaseEnded() implements Happening {}

  record GuardEnded() implements Happening {}
}
