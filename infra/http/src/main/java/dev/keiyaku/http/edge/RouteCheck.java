package dev.keiyaku.http.edge;

import dev.keiyaku.http.AccessTable;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start when a controller answers a route that the access table does not list. */
final class RouteCheck implements SmartInitializingSingleton {

  private final AccessTable table;
  private final RequestMappingHandlerMapping mappings;

  RouteCheck(AccessTable table, RequestMappingHandlerMapping mappings) {
    this.table = table;
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var unlisted =
        mappings.getHandlerMethods().keySet().stream().flatMap(this::unlisted).sorted().toList();
    if (!unlisted.isEmpty()) {
      throw new IllegalStateException("docs/access.md does not list " + unlisted);
    }
  }

  private Stream<String> unlisted(RequestMappingInfo mapping) {
    return mapping.getPatternsCondition().getPatterns().stream()
        .flatMap(path ->
            mapping.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of("every method of " + path.getPatternString())
                : mapping.getMethodsCondition().getMethods().stream()
                    .map(method -> HttpMethod.valueOf(method.name()))
                    .filter(method -> !table.lists(method, path.getPatternString()))
                    .map(method -> method + " " + path.getPatternString()));
  }
}
