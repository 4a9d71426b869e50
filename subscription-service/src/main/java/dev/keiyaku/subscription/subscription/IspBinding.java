package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.http.Sender;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * A partner ISP's client touches the subscriptions of its own subscribers only; others do not exist
 * for it.
 *
 * @param isp the ISP that the sender is bound to; null when it is bound to none
 */
record IspBinding(@Nullable String isp) {

  static IspBinding of(MetaData sent) {
    return new IspBinding(Sender.boundTo(sent));
  }

  void refuseOthers(@Nullable String belongsToIsp) {
    if (isp != null && !isp.equals(belongsToIsp)) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
  }

  /**
   * To which ISP an applicant belongs: by default the one applied through.
   *
   * @throws Problem OTHER_ISP when a bound sender names another
   */
  @Nullable String belonging(Channel channel, @Nullable String asked) {
    var belongs = asked == null ? channel.isp() : asked;
    if (isp != null && !isp.equals(channel.isp())) {
      throw Problem.of(ProblemCode.OTHER_ISP).violation("channel.isp", "other-isp");
    } else if (isp != null && !isp.equals(belongs)) {
      throw Problem.of(ProblemCode.OTHER_ISP).violation("belongsToIsp", "other-isp");
    }
    return belongs;
  }
}
