package dev.keiyaku.eventstore.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that is refused end in its one sentence instead of a stack trace. */
final class WiringRefusal extends AbstractFailureAnalyzer<WiringRefusedException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, WiringRefusedException refused) {
    return new FailureAnalysis(refused.getMessage(), null, refused);
  }
}
