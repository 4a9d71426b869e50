package dev.keiyaku.http.testing;

import dev.keiyaku.http.Access;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Service;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Compares the access table with the controllers that there are. */
public final class ServedRoutes {

  private ServedRoutes() {}

  /** The rows of the write or the read side that no controller of this process answers. */
  public static List<String> missing(ApplicationContext process) {
    var served =
        process
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(mapping ->
                mapping.getPatternsCondition().getPatterns().stream()
                    .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream()
                            .map(method -> method + " " + path.getPatternString())))
            .toList();
    return process.getBean(AccessTable.class).rows().stream()
        .filter(row -> row.service() == Service.WRITE || row.service() == Service.READ)
        .map(Access::toString)
        .flatMap(row -> served.contains(row) ? Stream.<String>empty() : Stream.of(row))
        .toList();
  }
}
