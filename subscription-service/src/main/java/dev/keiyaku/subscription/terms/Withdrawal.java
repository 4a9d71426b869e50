package dev.keiyaku.subscription.terms;

import dev.keiyaku.http.Fields;
import dev.keiyaku.subscription.terms.TermsCommand.WithdrawTermsVersion;
import org.jspecify.annotations.Nullable;

/** A version's withdrawal as it is sent. */
record Withdrawal(@Nullable String reason) {

  WithdrawTermsVersion command(String document, String version) {
    return new WithdrawTermsVersion(document, version, Fields.text(reason, "reason", 2_000));
  }
}
