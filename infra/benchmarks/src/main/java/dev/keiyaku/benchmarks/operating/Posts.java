package dev.keiyaku.benchmarks.operating;

import java.nio.file.Path;

/**
 * What is posted.
 *
 * @param token of the client
 * @param paths a file of paths, one a line
 * @param body a file with the body, in which {@code @key@} stands for the request's key
 * @param pause milliseconds before each request of a connection
 */
record Posts(String token, Path paths, Path body, int pause) {

  /** The same, not as fast as the answers come. */
  Posts paced(int milliseconds) {
    return new Posts(token, paths, body, milliseconds);
  }

  @Override
  public String toString() {
    return "posts to " + paths;
  }
}
