package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a version, each with its place, in the order in which it was found. */
public final class Findings {

  /** At most so many are told; a document that is wrong everywhere is wrong enough. */
  private static final int MOST = 200;

  /**
   * Something wrong.
   *
   * @param path a node's path, or a member of the publication
   * @param code what is wrong there, such as {@code path-twice}
   */
  public record Finding(String path, String code) {}

  private final Set<Finding> found = new LinkedHashSet<>();

  /** Notes a place where something does not hold; once. */
  public void check(boolean holds, String path, String code) {
    if (!holds && found.size() < MOST) {
      found.add(new Finding(path, code));
    }
  }

  /** All of them. */
  public List<Finding> all() {
    return List.copyOf(found);
  }

  /**
   * Refuses what is wrong.
   *
   * @throws Problem TERMS_INVALID with a violation per place
   */
  public void refuse() {
    if (!found.isEmpty()) {
      var problem = Problem.of(ProblemCode.TERMS_INVALID);
      found.forEach(finding -> problem.violation(finding.path(), finding.code()));
      throw problem;
    }
  }
}
