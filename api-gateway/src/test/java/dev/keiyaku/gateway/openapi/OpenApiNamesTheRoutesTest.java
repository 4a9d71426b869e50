package dev.keiyaku.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.gateway.openapi.OpenApi.Operation;
import dev.keiyaku.http.Access;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Precondition;
import dev.keiyaku.http.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiNamesTheRoutesTest {

  private final OpenApi api = OpenApi.load();
  private final List<Access> table = AccessTable.load().rows();
  private final Map<String, Operation> operations =
      api.operations().stream().collect(Collectors.toMap(Operation::toString, Function.identity()));

  @Test
  void everyRouteHasAnOperationAndEveryOperationARoute() {
    var routes = table.stream().map(OpenApiNamesTheRoutesTest::name).toList();
    assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyOperationNamesTheRolesOfItsRoute() {
    for (var row : table) {
      var named = texts(operation(row).path("x-roles"));
      assertThat(named).as(row.toString()).isEqualTo(roles(row));
      assertThat(operation(row).path("security").isEmpty())
          .as(row.toString())
          .isEqualTo(row.open());
    }
  }

  @Test
  void ifMatchIsAskedWhereTheTableSaysSo() {
    for (var row : table) {
      var parameters = parameters(operation(row));
      assertThat(parameters.contains("If-Match"))
          .as(row.toString())
          .isEqualTo(row.ifMatch() != Precondition.NONE);
      assertThat(operation(row).path("responses").has("428"))
          .as(row.toString())
          .isEqualTo(row.ifMatch() == Precondition.REQUIRED);
    }
  }

  @Test
  void everyPostCarriesAnIdempotencyKey() {
    for (var operation : api.operations()) {
      assertThat(parameters(operation.node()).contains("Idempotency-Key"))
          .as(operation.toString())
          .isEqualTo(operation.method().equals("POST"));
    }
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() {
    assertThat(api.operations().stream().map(o -> o.node().path("operationId").stringValue()))
        .doesNotHaveDuplicates();
  }

  private JsonNode operation(Access row) {
    return Objects.requireNonNull(operations.get(name(row)), row.toString()).node();
  }

  private Set<String> parameters(JsonNode operation) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .map(api::resolve)
        .map(parameter -> parameter.path("name").stringValue())
        .collect(Collectors.toSet());
  }

  private static String name(Access row) {
    return row.method() + " " + row.path().getPatternString().replace("{*", "{");
  }

  private static Set<String> roles(Access row) {
    if (row.open()) {
      return Set.of("open");
    }
    return row.roles().containsAll(Arrays.asList(Role.values()))
        ? Set.of("any")
        : row.roles().stream().map(Role::claim).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::stringValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
