package dev.keiyaku.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of a server: its cluster, its administrator's password, its log. */
final class Cluster {

  private final Path folder;
  private final boolean throwAway;
  private final List<String> settings;
  private @Nullable Credentials admin;

  /**
   * @param settings those of the server that are not the usual ones
   */
  Cluster(Path folder, boolean throwAway, List<String> settings) {
    this.folder = folder.toAbsolutePath();
    this.throwAway = throwAway;
    this.settings = settings;
  }

  List<String> settings() {
    return settings;
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("cluster");
  }

  File log() {
    return folder.resolve("postgresql.log").toFile();
  }

  boolean throwAway() {
    return throwAway;
  }

  Credentials admin() {
    if (admin == null) {
      throw new IllegalStateException("not prepared");
    }
    return admin;
  }

  /** Makes the cluster where there is none; a making that was interrupted is begun anew. */
  void prepare(PostgresPrograms programs) throws IOException {
    try {
      Files.createDirectories(folder);
      admin = new Credentials("postgres", password());
    } catch (FileSystemException e) {
      throw new DatabaseStartException("The folder " + folder + " cannot be written: " + e, e);
    }
    if (Files.isDirectory(data())) {
      return;
    }
    Path unfinished = folder.resolve("cluster.unfinished");
    Folders.delete(unfinished);
    programs.initialize(unfinished, passwordFile(), !throwAway);
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path passwordFile() {
    return folder.resolve("admin-password");
  }

  private String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(passwordFile(), ownerOnly);
      Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
    }
    return Files.readString(passwordFile()).strip();
  }

  /** After the server has ended. */
  void ended() throws IOException {
    if (throwAway) {
      // The watcher deletes it too, for the case that this JVM is killed.
      Folders.delete(folder);
    }
  }
}
