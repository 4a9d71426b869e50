package dev.keiyaku.http.edge;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.StrictJson;
import dev.keiyaku.http.Submitted;
import java.lang.reflect.ParameterizedType;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers a body that is screened and bound, beside its bytes. */
final class SubmittedArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Submitted.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    if (!MediaType.APPLICATION_JSON.isCompatibleWith(
        exchange.getRequest().getHeaders().getContentType())) {
      return Mono.error(Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }
    var type =
        ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[0];
    return DataBufferUtils.join(exchange.getRequest().getBody())
        .map(SubmittedArgument::bytes)
        .defaultIfEmpty(new byte[0])
        .map(bytes -> new Submitted<>(StrictJson.read(bytes, type), bytes));
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
