package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a JVM remembers of an earlier start of the same jar: classes read, linked and prepared (JEP
 * 483, 514). It lies beside the unpacked jar; a JVM that it does not fit starts without it.
 */
record StartCache(Path file) {

  static StartCache of(Path unpackedJar) {
    String name = unpackedJar.getFileName().toString();
    return new StartCache(unpackedJar.resolveSibling(name.replace(".jar", ".aot")));
  }

  /** For a start like any other: with the cache, when there is one. */
  List<String> used() {
    return Files.isReadable(file)
        ? List.of("-XX:+UseSerialGC", "-XX:AOTCache=" + file)
        : List.of("-XX:+UseSerialGC");
  }

  /** For a start to learn from. Only G1 can put objects of the heap into the cache. */
  List<String> learned() {
    return List.of("-XX:+UseG1GC", "-XX:AOTCacheOutput=" + fresh());
  }

  /**
   * Takes what a JVM has left when it ended; until then nobody sees a half-written cache.
   *
   * @throws Refusal when it left nothing
   */
  void adopt() {
    try {
      Files.move(fresh(), file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cause) {
      throw new Refusal(file + " was not written", cause);
    }
  }

  private Path fresh() {
    return file.resolveSibling(file.getFileName() + ".fresh");
  }
}
