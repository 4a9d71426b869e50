package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code name=value} lines in a file that only its owner reads; never logged. */
final class SecretFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /** The named secrets, each 32 random bytes as text; those that the file lacks are added. */
  static Map<String, String> withRandom(
      Path file, Collection<String> names, Base64.Encoder encoder) {
    Map<String, String> secrets = read(file);
    if (secrets.keySet().containsAll(names)) {
      return secrets;
    }
    names.forEach(name -> secrets.computeIfAbsent(name, missing -> random(encoder)));
    write(file, secrets);
    return secrets;
  }

  static Map<String, String> read(Path file) {
    Map<String, String> secrets = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return secrets;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] pair = line.split("=", 2);
        if (pair.length == 2) {
          secrets.put(pair[0], pair[1]);
        }
      }
      return secrets;
    } catch (IOException cause) {
      throw new Refusal(file + " cannot be read", cause);
    }
  }

  static void write(Path file, Map<String, String> secrets) {
    String text =
        secrets.entrySet().stream()
            .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
            .collect(Collectors.joining());
    write(file, text);
  }

  /** Whole or not at all, and never readable by another, not even for a moment. */
  static void write(Path file, String text) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, OWNER_ONLY);
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cause) {
      throw new Refusal(file + " cannot be written", cause);
    }
  }

  private static String random(Base64.Encoder encoder) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return encoder.encodeToString(bytes);
  }
}
