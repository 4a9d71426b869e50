package dev.keiyaku.benchmarks;

import dev.keiyaku.benchmarks.database.Server;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where measures run.
 *
 * @param folder on a real disk, deleted after the run
 * @param say takes what the person at the terminal should know meanwhile
 */
public record Bay(Pace pace, Server server, Path folder, Consumer<String> say) {

  public void say(String format, Object... arguments) {
    say.accept(format.formatted(arguments));
  }
}
