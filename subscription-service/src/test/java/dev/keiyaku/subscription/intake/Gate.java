package dev.keiyaku.subscription.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A way to a database that can be shut: connections break, and new ones are refused. */
final class Gate implements AutoCloseable {

  private final int target;
  private final int port;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private ServerSocket entrance;

  Gate(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = entrance.getLocalPort();
    admit(entrance);
  }

  int port() {
    return port;
  }

  void shut() throws IOException {
    entrance.close();
    for (var socket = open.poll(); socket != null; socket = open.poll()) {
      socket.close();
    }
  }

  void reopen() throws IOException {
    entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    admit(entrance);
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  private void admit(ServerSocket at) {
    Thread.startVirtualThread(() -> {
      while (!at.isClosed()) {
        try {
          var client = at.accept();
          var server = new Socket(InetAddress.getLoopbackAddress(), target);
          open.add(client);
          open.add(server);
          Thread.startVirtualThread(() -> pass(client, server));
          Thread.startVirtualThread(() -> pass(server, client));
        } catch (IOException e) {
          // Shut: the loop ends.
        }
      }
    });
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either side hung up.
    }
  }
}
