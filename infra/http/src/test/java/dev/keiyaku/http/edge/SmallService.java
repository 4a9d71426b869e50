package dev.keiyaku.http.edge;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Screening;
import dev.keiyaku.http.Submitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Two commands and a health page: enough to see the edge at work. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SmallService.Desk.class)
class SmallService {

  /** Who activates {@code held} waits here until let go. */
  static final Semaphore held = new Semaphore(0);

  record Wish(
      @Nullable String subscriberId,
      @Nullable Instant at,
      @Nullable Integer plan,
      @Nullable List<Wish> more,
      @Nullable String note) {}

  @RestController
  static class Desk {

    @PostMapping("/v1/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> apply(Caller caller, Submitted<Wish> wish) {
      var body = wish.body();
      Screening.freeText("note", body.note());
      return Map.of(
          "caller",
          caller,
          "at",
          Fields.required(body.at(), "at"),
          "bytes",
          wish.bytes().length,
          "virtual",
          Thread.currentThread().isVirtual());
    }

    @PostMapping("/v1/subscriptions/{id}/activation")
    Wish plain(
        @PathVariable String id,
        @RequestParam(defaultValue = "1") int limit,
        @RequestBody Wish wish) {
      assert limit > 0;
      if (id.equals("broken")) {
        throw new IllegalStateException("as told");
      }
      if (id.equals("held")) {
        held.acquireUninterruptibly();
      }
      return wish;
    }

    @PostMapping("/v1/subscriptions/{id}/corrections")
    Map<String, String> correct(@PathVariable String id) {
      return Map.of("id", id);
    }

    @PostMapping("/v1/terms/{document}/versions")
    Map<String, Integer> publish(@PathVariable String document, @RequestBody byte[] body) {
      return Map.of(document, body.length);
    }

    @GetMapping(value = "/actuator/health", produces = "text/plain")
    String health() {
      return "UP";
    }
  }
}
