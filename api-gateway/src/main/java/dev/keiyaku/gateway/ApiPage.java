package dev.keiyaku.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/** The readable page of the API: its own files only, nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ApiPage {

  private static final URI PAGE = URI.create("/docs/");

  private static final MediaType YAML =
      new MediaType(MediaType.APPLICATION_YAML, StandardCharsets.UTF_8);

  /** Swagger UI sets styles in place and draws its icons from data: URLs; scripts are files. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action"
          + " 'none'";

  @Bean
  RouterFunction<ServerResponse> apiPageRoutes() {
    var index = new ClassPathResource("static/docs/index.html");
    return RouterFunctions.route()
        .GET("/", request -> ServerResponse.temporaryRedirect(PAGE).build())
        .GET("/docs", request -> ServerResponse.temporaryRedirect(PAGE).build())
        .GET(
            "/docs/",
            request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(index))
        .build();
  }

  /** Netty's guess would be a download of unknown bytes; a browser is to show it as text. */
  @Bean
  WebFluxConfigurer descriptionIsYaml() {
    return new WebFluxConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
            .addResourceHandler("/openapi.yaml")
            .addResourceLocations("classpath:/static/")
            .setMediaTypes(Map.of("yaml", YAML));
      }
    };
  }

  @Bean
  WebFilter apiPagePolicy() {
    return (exchange, chain) -> {
      if (exchange.getRequest().getPath().value().startsWith(PAGE.getPath())) {
        exchange.getResponse().getHeaders().set("Content-Security-Policy", POLICY);
      }
      return chain.filter(exchange);
    };
  }
}
