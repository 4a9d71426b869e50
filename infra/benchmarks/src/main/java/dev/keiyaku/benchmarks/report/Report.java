package dev.keiyaku.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run, for people and for machines.
 *
 * @param took seconds of each measure, what it prepared included
 */
public record Report(
    Instant begun,
    String pace,
    Machine machine,
    Versions versions,
    Map<String, Double> took,
    List<Result> results) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What is printed below the table. */
  public List<String> footer() {
    return List.of(
        "%d cores (%s), memory %s, load before %.1f"
            .formatted(machine.cores(), machine.cpu(), machine.memory(), machine.load()),
        "PostgreSQL %s (fsync and synchronous_commit on), %s, Java %s, Axon %s, commit %s"
            .formatted(
                versions.postgresql(),
                versions.pgbench(),
                versions.java(),
                versions.axon(),
                versions.commit()),
        "took "
            + took.entrySet().stream()
                .map(it -> "%s %.0f s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "))
            + "; %.0f s in all"
                .formatted(took.values().stream().mapToDouble(Double::doubleValue).sum()));
  }

  public boolean missed() {
    return results.stream().anyMatch(Result::missed);
  }

  public void write(Path file) throws IOException {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("begun", begun.toString());
    whole.put("pace", pace);
    whole.put("machine", machine);
    whole.put("versions", versions);
    whole.put("seconds", took);
    whole.put("results", results.stream().map(Report::fields).toList());
    Files.createDirectories(file.getParent());
    Files.write(file, JSON.writeValueAsBytes(whole));
  }

  private static Map<String, Object> fields(Result it) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("measure", it.measure());
    fields.put("unit", it.unit());
    if (it.limit() instanceof Double limit) {
      fields.put("limit", limit);
      fields.put("ratio", it.spread().median());
    }
    fields.put("ours", it.ours());
    fields.put("least", it.spread().least());
    fields.put("most", it.spread().most());
    fields.put("bound", it.bound().toString());
    fields.put("verdict", it.verdict().name());
    return fields;
  }
}
