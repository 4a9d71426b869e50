package dev.keiyaku.projection.provision;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import dev.keiyaku.projection.reading.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 第三者提供: what was provided to whom, on what basis. */
@RestController
class ProvisionController {

  private final Register register;
  private final MinVersion minVersion;

  ProvisionController(Register register, MinVersion minVersion) {
    this.register = register;
    this.minVersion = minVersion;
  }

  @GetMapping("/v1/subscriptions/{id}/provisions")
  ResponseEntity<Register.OfSubscription> ofSubscription(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> register.version(id));
    var found = register.of(caller, id).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
  }

  @GetMapping("/v1/provisions")
  ResponseEntity<Page<Provision>> page(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, ServerHttpRequest request) {
    var asked = Asked.of(sent, RegisterQuery.PARAMETERS);
    return register.page(RegisterQuery.of(asked, caller)).answer(request);
  }
}
