package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.VersionKind;
import org.jspecify.annotations.Nullable;

/**
 * The gate of 民法548条の4: whether a version binds those who agreed to an earlier one without an act
 * of theirs, and why.
 *
 * @param notice the notice that opened it; null when none was needed, or none was in time
 */
record Gate(boolean bindsWithoutAct, Because because, @Nullable String notice, Words reason) {

  /** Why it is open or shut. */
  enum Because {
    /** Open: to the general benefit (第1項1号). */
    GENERAL_BENEFIT,
    /** Open: reasonable (第1項2号), and noticed before it takes effect (第3項). */
    NOTICED_IN_TIME,
    /** Open for whom the version binds that it corrects: an editorial correction. */
    EDITORIAL,
    /** Shut: reasonable, and no notice of it is recorded. */
    NOT_NOTICED,
    /** Shut: reasonable, and first noticed when it had begun. */
    NOTICED_TOO_LATE,
    /** Shut: it binds only who accepts it. */
    NEEDS_CONSENT,
    /** Shut: no ground of an amendment is recorded, as of a first version. */
    NO_AMENDMENT
  }

  /** The same sentence in both languages. */
  record Words(String ja, String en) {}

  static Gate of(Version version) {
    var because = because(version);
    return new Gate(
        because == Because.EDITORIAL || version.bindsWithoutAct(),
        because,
        because == Because.NOTICED_IN_TIME
            ? version.noticeInTime().map(TermsNoticeRecorded::noticeId).orElse(null)
            : null,
        words(because));
  }

  private static Because because(Version version) {
    if (version.kind() == VersionKind.EDITORIAL) {
      return Because.EDITORIAL;
    }
    return switch (version.published().basis()) {
      case null -> Because.NO_AMENDMENT;
      case GENERAL_BENEFIT -> Because.GENERAL_BENEFIT;
      case INDIVIDUAL_CONSENT -> Because.NEEDS_CONSENT;
      case REASONABLE_CHANGE ->
          version.bindsWithoutAct()
              ? Because.NOTICED_IN_TIME
              : version.notices().isEmpty() ? Because.NOT_NOTICED : Because.NOTICED_TOO_LATE;
    };
  }

  private static Words words(Because because) {
    return switch (because) {
      case GENERAL_BENEFIT ->
          new Words(
              "相手方の一般の利益に適合する変更（民法548条の4第1項第1号）であり、行為を要せず拘束します。周知は効力の要件ではありません。",
              "To the general benefit (Civil Code 548-4, paragraph 1, item 1): it binds without an"
                  + " act, and notice is no condition.");
      case NOTICED_IN_TIME ->
          new Words(
              "合理的な変更（民法548条の4第1項第2号）であり、効力発生時期までに周知された（同条第3項）ため、行為を要せず拘束します。",
              "A reasonable amendment (Civil Code 548-4, paragraph 1, item 2), noticed before it"
                  + " takes effect (paragraph 3): it binds without an act.");
      case EDITORIAL ->
          new Words(
              "字句の訂正であり、改めて承諾を求めるものではなく、その対象の版に拘束される契約者を、同版に代わって拘束します。",
              "An editorial correction: it asks nobody to accept again, and binds whom the version"
                  + " binds that it corrects, in its place.");
      case NOT_NOTICED ->
          new Words(
              "合理的な変更（民法548条の4第1項第2号）ですが、周知の記録がないため、承諾した契約者のみを拘束します（同条第3項）。",
              "A reasonable amendment (Civil Code 548-4, paragraph 1, item 2) without a notice on"
                  + " record: it binds only who accepts it (paragraph 3).");
      case NOTICED_TOO_LATE ->
          new Words(
              "合理的な変更（民法548条の4第1項第2号）ですが、周知が効力発生時期に間に合わなかったため、承諾した契約者のみを拘束します（同条第3項）。",
              "A reasonable amendment (Civil Code 548-4, paragraph 1, item 2), not noticed before"
                  + " it takes effect: it binds only who accepts it (paragraph 3).");
      case NEEDS_CONSENT -> new Words("個別の承諾を要し、承諾した契約者のみを拘束します。", "It binds only who accepts it.");
      case NO_AMENDMENT ->
          new Words(
              "変更の根拠（民法548条の4第1項）の記録がなく、承諾した契約者のみを拘束します。",
              "No ground of an amendment (Civil Code 548-4, paragraph 1) is recorded: it binds only"
                  + " who accepts it.");
    };
  }
}
