package dev.keiyaku.subscription.intake;

import static dev.keiyaku.http.Fields.required;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Commands from checked requests. Ids of ours are made here, so that a command decided again keeps
 * them.
 */
final class Commands {

  private Commands() {}

  static SubscriptionCommand apply(String id, SubscriptionRequest.Applying sent) {
    return new SubscriptionCommand.ApplyForSubscription(
        id,
        Texts.opaque(sent.subscriberId(), "subscriberId"),
        required(sent.product(), "product"),
        channel(required(sent.channel(), "channel")),
        Texts.opaqueIfSent(sent.belongsToIsp(), "belongsToIsp"),
        Texts.name(sent.billingOperator(), "billingOperator"),
        networkContract(sent.networkContract()),
        sent.appliedAt(),
        Acceptances.of(sent.acceptance()),
        Texts.wordsIfSent(sent.reason(), "reason"));
  }

  static SubscriptionCommand activate(String id, SubscriptionRequest.Activating sent) {
    return new SubscriptionCommand.ActivateSubscription(
        id,
        Texts.opaque(sent.vendorAccountReference(), "vendorAccountReference"),
        sent.activatedAt(),
        Texts.wordsIfSent(sent.reason(), "reason"));
  }

  static SubscriptionCommand suspend(String id, SubscriptionRequest.Suspending sent) {
    return new SubscriptionCommand.SuspendSubscription(
        id,
        Uuid7.text(),
        required(sent.ground(), "ground"),
        sent.startsAt(),
        sent.expectedEnd(),
        Texts.wordsIfSent(sent.note(), "note"),
        Texts.opaqueIfSent(sent.incidentReference(), "incidentReference"),
        notice(sent.notice()),
        Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand lift(String id, String suspension, SubscriptionRequest.Ending sent) {
    return new SubscriptionCommand.LiftSuspension(
        id, suspension, sent.effectiveAt(), Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand withdraw(
      String id, String suspension, SubscriptionRequest.Withdrawing sent) {
    return new SubscriptionCommand.WithdrawSuspension(
        id, suspension, Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand cancel(String id, SubscriptionRequest.Ending sent) {
    return new SubscriptionCommand.CancelSubscription(
        id, Uuid7.text(), sent.effectiveAt(), Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand withdraw(String id, SubscriptionRequest.Withdrawing sent) {
    return new SubscriptionCommand.WithdrawCancellation(id, Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand accept(String id, SubscriptionRequest.Accepting sent) {
    return new SubscriptionCommand.AcceptTerms(
        id,
        Acceptances.of(sent.acceptance()),
        sent.acceptedAt(),
        Texts.wordsIfSent(sent.reason(), "reason"));
  }

  static SubscriptionCommand correct(String id, SubscriptionRequest.Correcting sent) {
    var kind = required(sent.kind(), "kind");
    return new SubscriptionCommand.CorrectEntry(
        id,
        required(sent.eventId(), "eventId"),
        kind,
        retimedTo(kind, sent.effectiveAt()),
        Texts.words(sent.reason(), "reason"));
  }

  private static @Nullable Instant retimedTo(Kind kind, @Nullable Instant sent) {
    if (kind == Kind.RETIME) {
      return required(sent, "effectiveAt");
    } else if (sent != null) {
      throw invalid("effectiveAt");
    }
    return null;
  }

  private static Channel channel(Channel sent) {
    var kind = required(sent.kind(), "channel.kind");
    if (kind == Channel.Kind.OWN_OFFICE && sent.isp() != null) {
      throw invalid("channel.isp");
    }
    return kind == Channel.Kind.OWN_OFFICE
        ? sent
        : new Channel(kind, Texts.opaque(sent.isp(), "channel.isp"));
  }

  static @Nullable NetworkContract networkContract(@Nullable NetworkContract sent) {
    if (sent != null) {
      Texts.opaque(sent.agreement(), "networkContract.agreement");
    }
    return sent;
  }

  private static SubscriptionCommand.@Nullable Notice notice(
      SubscriptionRequest.@Nullable Notice sent) {
    if (sent == null) {
      return null;
    } else if (sent.impossibleBecause() == null) {
      required(sent.givenAt(), "notice.givenAt");
    }
    return new SubscriptionCommand.Notice(
        sent.givenAt(),
        Texts.screenedIfSent(sent.place(), "notice.place"),
        Texts.wordsIfSent(sent.impossibleBecause(), "notice.impossibleBecause"));
  }

  private static Problem invalid(String path) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation(path, "invalid");
  }
}
