package dev.keiyaku.http.testing;

import dev.keiyaku.http.Access;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Precondition;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Walks every route × every role × no token × expired × wrong audience × forged × another issuer ×
 * another ISP, as the access table has them, against a running process.
 */
public final class AccessWalk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> SAMPLES =
      Map.of(
          "{id}", "0198c0de-0000-7000-8000-000000000000",
          "{suspensionId}", "0198c0de-0000-7000-8000-000000000001",
          "{subscriberId}", "C0000001234",
          "{document}", "mysecure",
          "{rule}", "security-2023",
          "{version}", "2023-07-01",
          "{*group}", "liveness",
          "{*page}", "index.html",
          "{*asset}", "swagger-ui/swagger-ui.css");

  /** Whatever else has an id. */
  private static final Pattern ID = Pattern.compile("\\{[a-zA-Z]+Id}");

  private final URI process;
  private final TestIssuer issuer;
  private final List<Access> rows;

  /**
   * @param process where it listens, for example {@code http://127.0.0.1:8081}
   * @param service which rows it answers
   */
  public AccessWalk(URI process, TestIssuer issuer, Service service) {
    this.process = process;
    this.issuer = issuer;
    this.rows = AccessTable.load().servedBy(service).rows();
  }

  /** Asks everything; one line for each answer that is not as the table says. */
  public List<String> surprises() {
    var surprises = new ArrayList<String>();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (var step : steps()) {
        var status = ask(client, step).statusCode();
        if (!step.expected().fits(status)) {
          surprises.add(step + ": " + status + " instead of " + step.expected());
        }
      }
    }
    return surprises;
  }

  /** Every request of the walk, in the table's order. */
  public List<Step> steps() {
    return rows.stream().flatMap(row -> steps(row).stream()).toList();
  }

  /** Sends one of them, with what every route needs; POSTs carry an empty object. */
  public HttpResponse<String> ask(HttpClient client, Step step) {
    var post = step.access().method().name().equals("POST");
    var request =
        HttpRequest.newBuilder(process.resolve(step.path()))
            .timeout(PATIENCE)
            .method(
                step.access().method().name(),
                post
                    ? HttpRequest.BodyPublishers.ofString("{}")
                    : HttpRequest.BodyPublishers.noBody());
    if (post) {
      request.header("Content-Type", "application/json");
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (step.access().ifMatch() == Precondition.REQUIRED) {
      request.header("If-Match", "\"0\"");
    }
    if (step.token() != null) {
      request.header("Authorization", "Bearer " + step.token());
    }
    return send(client, request.build());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Step> steps(Access row) {
    var path = row.path().getPatternString();
    for (var sample : SAMPLES.entrySet()) {
      path = path.replace(sample.getKey(), sample.getValue());
    }
    path = ID.matcher(path).replaceAll("0198c0de-0000-7000-8000-000000000002");
    if (row.open()) {
      return List.of(new Step(row, "anyone", null, path, Verdict.ADMITTED));
    }
    var steps = new ArrayList<Step>();
    steps.add(new Step(row, "nobody", null, path, Verdict.UNAUTHENTICATED));
    for (var role : Role.values()) {
      steps.addAll(good(row, role, path));
      steps.addAll(bad(row, role, path));
    }
    var stranger = issuer.token("stranger", List.of("admin"), null);
    steps.add(new Step(row, "a stranger's role", stranger, path, Verdict.FORBIDDEN));
    return steps;
  }

  private List<Step> good(Access row, Role role, String path) {
    var verdict = row.roles().contains(role) ? Verdict.ADMITTED : Verdict.FORBIDDEN;
    return List.of(
        new Step(row, role.claim(), issuer.token(role), path, verdict),
        new Step(row, role.claim() + " of ISP-B", issuer.token(role, "ISP-B"), path, verdict));
  }

  private List<Step> bad(Access row, Role role, String path) {
    return List.of(
        refused(row, role + ", expired", issuer.expired(role), path),
        refused(row, role + ", without expiry", issuer.withoutExpiry(role), path),
        refused(row, role + ", wrong audience", issuer.forAudience("other", role), path),
        refused(row, role + ", another issuer", issuer.ofAnotherIssuer(role), path),
        refused(row, role + ", forged", issuer.forged(role), path));
  }

  private static Step refused(Access row, String who, String token, String path) {
    return new Step(row, who, token, path, Verdict.UNAUTHENTICATED);
  }
}
