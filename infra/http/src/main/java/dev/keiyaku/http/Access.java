package dev.keiyaku.http;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of {@code docs/access.md}.
 *
 * @param roles who may; empty when the route is open
 * @param bodyLimit the most bytes a body may have; 0 when there is none
 */
public record Access(
    HttpMethod method,
    PathPattern path,
    Set<Role> roles,
    Service service,
    int bodyLimit,
    Precondition ifMatch) {

  /** Whether no token is needed. */
  public boolean open() {
    return roles.isEmpty();
  }

  boolean at(PathContainer requested) {
    return path.matches(requested);
  }

  /** Whether this row allows the method; HEAD is asked as GET is. */
  boolean allows(HttpMethod asked) {
    return method.equals(asked) || (method == HttpMethod.GET && asked == HttpMethod.HEAD);
  }

  @Override
  public String toString() {
    return method + " " + path.getPatternString();
  }
}
