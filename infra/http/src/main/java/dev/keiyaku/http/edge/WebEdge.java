package dev.keiyaku.http.edge;

import dev.keiyaku.http.StrictJson;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Plain blocking controllers on virtual threads, our arguments, our JSON. */
@Order(100) // after Spring Boot's own, at 0, so that its codecs do not replace ours
final class WebEdge implements WebFluxConfigurer {

  private static final int LARGEST_BODY = (1 << 20) + 1;

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.defaultCodecs().jacksonJsonDecoder(new ScreeningDecoder());
    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(StrictJson.mapper()));
    codecs.defaultCodecs().maxInMemorySize(LARGEST_BODY);
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(new CallerArgument(), new KeyArgument(), new SubmittedArgument());
  }

  @Override
  public void configureBlockingExecution(BlockingExecutionConfigurer execution) {
    execution.setExecutor(new VirtualThreadTaskExecutor("http-"));
  }
}
