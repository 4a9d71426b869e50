package dev.keiyaku.standalone.launch;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.standalone.authorization.Credentials;
import dev.keiyaku.standalone.authorization.Machine;
import dev.keiyaku.standalone.authorization.Person;
import dev.keiyaku.standalone.authorization.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that must stay secret, made on the first start and kept under {@code secrets/}. */
record Secrets(Credentials credentials, Map<DatabaseRole, String> roles, Map<String, String> keys) {

  static final String WRITER_KEY = "keiyaku.writer-key";
  static final String MASTER_KEY = "keiyaku.vault.master-key";

  private static final Base64.Encoder KEY = Base64.getEncoder();

  /** Free of the characters that a URL or a form would change. */
  private static final Base64.Encoder PASSWORD = Base64.getUrlEncoder().withoutPadding();

  /**
   * @param given the server that is used instead of the embedded one
   */
  static Secrets open(Home home, @Nullable DatabaseServer given) {
    Path folder = home.secrets();
    expectKeys(home, given);
    Map<String, String> keys =
        SecretFile.withRandom(
            folder.resolve("keys.properties"), List.of(WRITER_KEY, MASTER_KEY), KEY);
    Map<String, String> machines =
        SecretFile.withRandom(
            clients(home), Machine.ALL.stream().map(Machine::id).toList(), PASSWORD);
    Map<String, String> people =
        SecretFile.withRandom(
            people(home), Person.ALL.stream().map(Person::name).toList(), PASSWORD);
    Credentials credentials = new Credentials(machines, people, signingKey(folder));
    return new Secrets(credentials, roles(folder), keys);
  }

  static Path clients(Home home) {
    return home.secrets().resolve("clients.properties");
  }

  static Path people(Home home) {
    return home.secrets().resolve("people.properties");
  }

  /** New keys over old events would leave them unreadable and unproven. */
  private static void expectKeys(Home home, @Nullable DatabaseServer given) {
    Path keys = home.secrets().resolve("keys.properties");
    if (Files.exists(keys)) {
      return;
    }
    if (given != null && given.holdsEvents()) {
      throw new Refusal(
          keys + " is missing, and the events in " + given.jdbcUrl() + " need it; restore it");
    }
    if (given == null && Files.exists(home.database().resolve("cluster"))) {
      throw new Refusal(
          keys + " is missing, and the events under " + home.database() + " need it; restore it");
    }
  }

  private static Map<DatabaseRole, String> roles(Path folder) {
    List<String> names = Arrays.stream(DatabaseRole.values()).map(DatabaseRole::user).toList();
    Map<String, String> passwords =
        SecretFile.withRandom(folder.resolve("database.properties"), names, PASSWORD);
    Map<DatabaseRole, String> roles = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      roles.put(role, passwords.getOrDefault(role.user(), ""));
    }
    return roles;
  }

  private static String signingKey(Path folder) {
    Path file = folder.resolve("signing-key.jwk");
    try {
      if (!Files.exists(file)) {
        SecretFile.write(file, SigningKey.generate());
      }
      return Files.readString(file);
    } catch (IOException cause) {
      throw new Refusal(file + " cannot be read", cause);
    }
  }

  @Override
  public String toString() {
    return "secrets";
  }
}
