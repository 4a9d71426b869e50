package dev.keiyaku.http.edge;

import dev.keiyaku.http.StrictJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;

/** Screens before it binds, so that a plain {@code @RequestBody} is safe too. */
final class ScreeningDecoder extends JacksonJsonDecoder {

  ScreeningDecoder() {
    super(StrictJson.mapper());
  }

  @Override
  public Object decode(
      DataBuffer buffer,
      ResolvableType type,
      @Nullable MimeType mime,
      @Nullable Map<String, Object> hints) {
    try {
      var bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      return StrictJson.read(bytes, type.getType());
    } finally {
      DataBufferUtils.release(buffer);
    }
  }
}
