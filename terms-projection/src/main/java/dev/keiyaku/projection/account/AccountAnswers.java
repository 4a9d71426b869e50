package dev.keiyaku.projection.account;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.account.AccountAnswer.AcceptedTerms;
import dev.keiyaku.projection.account.AccountAnswer.Cancellation;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Bindings;
import dev.keiyaku.projection.reading.Disclosure;
import dev.keiyaku.projection.reading.Revealed;
import dev.keiyaku.projection.terms.ClauseText;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes answers of accounts: state, clause texts and binding, at the instant asked. */
@Component
public class AccountAnswers {

  private final TermsCatalogue terms;
  private final Disclosure disclosure;

  AccountAnswers(TermsCatalogue terms, Disclosure disclosure) {
    this.terms = terms;
    this.disclosure = disclosure;
  }

  AccountAnswer answer(Account account, Moment moment, Caller caller) {
    return answer(account, terms.of(account.product().document()), moment, caller);
  }

  /** An answer with texts and binding by a history of the terms. */
  public AccountAnswer answer(Account account, TermsHistory history, Moment moment, Caller caller) {
    var asOf = moment.asOf();
    var state = account.at(asOf);
    var suspensions = new Suspensions(account, history, asOf, caller);
    var flags = new FlagAnswers(account, history, asOf, caller, disclosure);
    return new AccountAnswer(
        account.subscriptionId(),
        account.version(),
        account.subscriberId(),
        account.product(),
        account.channel(),
        account.belongsToIsp(),
        account.billingOperator(),
        account.networkContract(),
        account.vendorAccountReference(),
        asOf,
        moment.knownAt(),
        state.status(),
        TmfStatus.of(account, state.status()),
        state.usable(),
        account.beginsAt(),
        account.activatedAt(),
        cancellation(account, asOf),
        suspensions.answers(state.open()),
        suspensions.answers(state.planned()),
        state.nextChange(),
        account.acceptances().stream()
            .filter(act -> act.madeBy(asOf))
            .map(AccountAnswers::accepted)
            .toList(),
        bindings(account, history, moment)
            .of(account.beginsAt(), account.endsAt(), account.acceptances(), asOf),
        account.flags(asOf),
        flags.objections(),
        flags.consentWithdrawals());
  }

  private static Bindings bindings(Account account, TermsHistory history, Moment moment) {
    var knownAt = moment.knownAt();
    return new Bindings(
        account.product().document(), knownAt == null ? history : history.knownAt(knownAt));
  }

  private static @Nullable Cancellation cancellation(Account account, Instant asOf) {
    var end = account.endsAt();
    return end == null ? null : new Cancellation(account.cancellationId(), end, asOf.isBefore(end));
  }

  private static AcceptedTerms accepted(Acceptance act) {
    var accepted = act.terms();
    return new AcceptedTerms(
        act.acceptanceId(),
        accepted.document(),
        accepted.version(),
        accepted.contentSha256(),
        act.basis(),
        act.items(),
        act.acceptedAt());
  }

  /** The suspensions of one answer. */
  private final class Suspensions {

    private final Account account;
    private final TermsHistory history;
    private final Instant asOf;
    private final Caller caller;

    Suspensions(Account account, TermsHistory history, Instant asOf, Caller caller) {
      this.account = account;
      this.history = history;
      this.asOf = asOf;
      this.caller = caller;
    }

    List<SuspensionAnswer> answers(List<Suspension> suspensions) {
      return suspensions.stream().map(this::answer).toList();
    }

    private SuspensionAnswer answer(Suspension suspension) {
      var declared = suspension.declared();
      var expected = declared.expectedEnd();
      return new SuspensionAnswer(
          suspension.suspensionId(),
          suspension.ground(),
          suspension.ground().article(),
          ClauseText.of(declared.clause(), history),
          suspension.startsAt(),
          suspension.endsAt(),
          expected,
          expected != null && expected.isBefore(asOf),
          declared.incidentReference(),
          notice(suspension),
          reveal(Purposes.suspensionNote(account.subscriptionId()), declared.note()),
          reveal(Purposes.reason(account.subscriptionId()), declared.reason()),
          suspension.eventId());
    }

    private SuspensionAnswer.@Nullable Notice notice(Suspension suspension) {
      var notice = suspension.declared().notice();
      return notice == null
          ? null
          : new SuspensionAnswer.Notice(
              notice.givenAt(),
              notice.place(),
              reveal(
                  Purposes.noticeImpossible(account.subscriptionId()), notice.impossibleBecause()));
    }

    private @Nullable Revealed reveal(String purpose, @Nullable SealedText text) {
      return disclosure.to(caller, account.subscriberId(), purpose, text);
    }
  }
}
