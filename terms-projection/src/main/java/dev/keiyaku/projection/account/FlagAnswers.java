package dev.keiyaku.projection.account;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.Objection;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Disclosure;
import dev.keiyaku.projection.reading.Revealed;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objections and the withdrawn consents of one answer: those made by the instant asked. */
record FlagAnswers(
    Account account, TermsHistory history, Instant asOf, Caller caller, Disclosure disclosure) {

  List<ObjectionAnswer> objections() {
    return account.objections().stream()
        .filter(objection -> objection.madeBy(asOf))
        .map(this::answer)
        .toList();
  }

  List<ConsentWithdrawalAnswer> consentWithdrawals() {
    return account.consentWithdrawals().stream()
        .filter(withdrawal -> withdrawal.madeBy(asOf))
        .map(this::answer)
        .toList();
  }

  private ObjectionAnswer answer(Objection objection) {
    var declared = objection.declared();
    var terms = declared.terms();
    return new ObjectionAnswer(
        objection.objectionId(),
        terms.document(),
        terms.version(),
        terms.contentSha256(),
        objection.objectedAt(),
        objection.withdrawnAt(),
        objection.standsAt(asOf),
        reveal(Purposes.objectionStatement(account.subscriptionId()), declared.statement()),
        reveal(Purposes.reason(account.subscriptionId()), declared.reason()),
        objection.eventId());
  }

  private ConsentWithdrawalAnswer answer(ConsentWithdrawal withdrawal) {
    var declared = withdrawal.declared();
    return new ConsentWithdrawalAnswer(
        withdrawal.withdrawalId(),
        declared.items().stream()
            .map(item ->
                new ConsentWithdrawalAnswer.Item(
                    item.number(), item.acceptanceId(), ClauseText.of(item.clause(), history)))
            .toList(),
        withdrawal.withdrawnAt(),
        withdrawal.holdsAt(asOf),
        withdrawal.waitsAt(asOf),
        withdrawal.renewedAt(),
        withdrawal.settledAt(),
        withdrawal.settlement(),
        reveal(Purposes.withdrawalStatement(account.subscriptionId()), declared.statement()),
        reveal(Purposes.reason(account.subscriptionId()), declared.reason()),
        withdrawal.eventId());
  }

  private @Nullable Revealed reveal(String purpose, @Nullable SealedText text) {
    return disclosure.to(caller, account.subscriberId(), purpose, text);
  }
}
