package dev.keiyaku.eventstore.append;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wire to PostgreSQL. It is cut at the first COMMIT that goes over it; connections after that
 * are whole.
 */
final class Wire implements AutoCloseable {

  /** Where it is cut. */
  enum Cut {
    /** PostgreSQL never sees the COMMIT. */
    BEFORE_IT_ARRIVES,
    /** PostgreSQL has committed and has said so; nobody hears it. */
    BEFORE_ITS_ANSWER_ARRIVES,
    /** The COMMIT is on its way when both sides lose the connection: nobody knows. */
    WHILE_IT_IS_UNDER_WAY
  }

  private final int target;
  private final Cut cut;
  private final ServerSocket entrance;
  private final AtomicBoolean done = new AtomicBoolean();
  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

  /** A way to a port of this machine. */
  Wire(int target, Cut cut) throws IOException {
    this.target = target;
    this.cut = cut;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::admit);
  }

  int port() {
    return entrance.getLocalPort();
  }

  boolean isCut() {
    return done.get();
  }

  private void admit() {
    while (!entrance.isClosed()) {
      try {
        var line =
            new Line(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
        lines.add(line);
        Thread.startVirtualThread(line::ask);
        Thread.startVirtualThread(line::answer);
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (var line : lines) {
      line.close();
    }
  }

  private final class Line {

    private final Socket client;
    private final Socket server;
    private volatile boolean swallows;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void ask() {
      try {
        for (byte[] sent = read(client); sent.length > 0; sent = read(client)) {
          if (holdsCommit(sent) && done.compareAndSet(false, true)) {
            cutAt(sent);
          } else {
            server.getOutputStream().write(sent);
          }
        }
        close();
      } catch (IOException e) {
        // Hung up.
      }
    }

    private void cutAt(byte[] commit) throws IOException {
      swallows = cut == Cut.BEFORE_ITS_ANSWER_ARRIVES;
      if (cut != Cut.BEFORE_IT_ARRIVES) {
        server.getOutputStream().write(commit);
      }
      if (!swallows) {
        close();
      }
    }

    void answer() {
      try {
        byte[] said = read(server);
        while (said.length > 0 && !swallows) {
          client.getOutputStream().write(said);
          said = read(server);
        }
        close();
      } catch (IOException e) {
        // Hung up.
      }
    }

    void close() throws IOException {
      client.close();
      server.close();
    }
  }

  private static byte[] read(Socket from) throws IOException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[8192];
    int count = in.read(buffer);
    return count <= 0 ? new byte[0] : Arrays.copyOf(buffer, count);
  }

  private static boolean holdsCommit(byte[] sent) {
    return new String(sent, StandardCharsets.ISO_8859_1).contains("COMMIT");
  }
}
