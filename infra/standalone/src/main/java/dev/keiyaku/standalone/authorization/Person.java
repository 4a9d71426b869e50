package dev.keiyaku.standalone.authorization;

import java.util.List;

/** Somebody who signs in by a form, with a generated password. */
public record Person(String name, String role) {

  public static final List<Person> ALL =
      List.of(
          new Person("provisioning-1", "provisioning"),
          new Person("agent-1", "agent"),
          new Person("agent-2", "agent"),
          new Person("auditor-1", "auditor"),
          new Person("legal-1", "legal"),
          new Person("legal-2", "legal"),
          new Person("operations-1", "operations"));
}
