package dev.keiyaku.standalone.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One launcher per home: the operating system drops the lock with its process, however it ends. */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(Home home) {
    Path file = file(home);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        String holder = Files.readString(file).strip();
        throw new Refusal(
            "another infra/up (process %s) already runs on %s; stop it or set KEIYAKU_HOME"
                .formatted(holder, home.folder()));
      }
      channel.truncate(0);
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new RunLock(channel);
    } catch (IOException cause) {
      throw new Refusal(file + " cannot be locked", cause);
    }
  }

  /** True while a launcher runs on this home. */
  static boolean isHeld(Home home) {
    if (!Files.isWritable(file(home))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file(home), StandardOpenOption.WRITE)) {
      return lock(channel) == null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("lock");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException cause) {
      throw new Refusal("the lock cannot be released", cause);
    }
  }
}
