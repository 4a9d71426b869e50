package dev.keiyaku.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Who may do what: {@code docs/access.md} as it stands. What is not in it is refused. */
public final class AccessTable {

  private final List<Access> rows;

  AccessTable(List<Access> rows) {
    this.rows = rows;
  }

  /**
   * Reads the table that was packaged with this jar.
   *
   * @throws IllegalStateException when a row cannot be understood: nothing starts on half a table
   */
  public static AccessTable load() {
    return new AccessTable(AccessDocument.read());
  }

  /** The rows that a process answers. */
  public AccessTable servedBy(Service service) {
    return new AccessTable(rows.stream().filter(row -> service.serves(row.service())).toList());
  }

  public List<Access> rows() {
    return rows;
  }

  /** The row of a request; of two that match, the more specific path. */
  public Optional<Access> find(HttpMethod method, PathContainer path) {
    return rows.stream()
        .filter(row -> row.at(path) && row.allows(method))
        .min(Comparator.comparing(Access::path));
  }

  /** The methods that a path knows; none when the path is unknown. */
  public List<HttpMethod> methods(PathContainer path) {
    return rows.stream().filter(row -> row.at(path)).map(Access::method).distinct().toList();
  }

  /** Whether exactly this method and path pattern (names of variables included) is a row. */
  public boolean lists(HttpMethod method, String pattern) {
    return rows.stream()
        .anyMatch(
            row -> row.method().equals(method) && row.path().getPatternString().equals(pattern));
  }
}
