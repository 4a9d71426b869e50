package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Binding.Because;
import dev.keiyaku.projection.consent.Contract.Bond;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Why a version binds, or does not, in plain Japanese and English; times are those of Japan. */
final class Reasons {

  static final Words NO_APPLICATION =
      new Words(
          "有効な申込みの記録がない（知られていないか、誤った記録として取り消された）ため、契約はありません。",
          "No application stands (none was known, or it is voided as a mistaken entry): there is no"
              + " contract.");
  static final Words NOTHING_ACCEPTED =
      new Words("この時点で有効な承諾の記録がありません。", "No acceptance stands at that time.");

  private static final DateTimeFormatter DAY_JA = formatter("uuuu年M月d日");
  private static final DateTimeFormatter DAY_EN = formatter("uuuu-MM-dd");
  private static final DateTimeFormatter TIME_JA = formatter("uuuu年M月d日 H:mm:ss");
  private static final DateTimeFormatter TIME_EN = formatter("uuuu-MM-dd HH:mm:ss");

  private Reasons() {}

  static Words notYet(Instant begin) {
    return say(
        "申込みは%sであり、この時点では契約がありません。",
        "The application is of %s: there was no contract yet.", time(begin));
  }

  static Words ended(Instant end) {
    return say("契約は%sに終了しました。", "The contract ended on %s.", time(end));
  }

  static Words bound(Bond bond) {
    var act = bond.act();
    var accepted =
        say(
            "契約者は%sに版「%s」を承諾しました。",
            "On %s the subscriber accepted version %s.",
            time(act.acceptedAt()),
            same(act.terms().version()));
    return accepted.and(grounds(bond)).and(act.proven() ? Words.NONE : UNPROVEN);
  }

  private static Words grounds(Bond bond) {
    if (bond.version().kind() == VersionKind.EDITORIAL
        && !bond.act().terms().version().equals(bond.version().name())) {
      return corrected(bond);
    }
    return bond.basis() == Basis.EXPLICIT ? explicit(bond) : amended(bond);
  }

  private static Words corrected(Bond bond) {
    return say(
        "版「%s」は版「%s」の字句の訂正であり、改めて承諾を求めるものではなく、%sから、同版に代わって契約者を拘束します。",
        "Version %s is an editorial correction of version %s: it asks for no new acceptance and"
            + " binds in its place since %s.",
        same(bond.version().name()),
        same(Objects.requireNonNull(bond.version().predecessor())),
        time(bond.since()));
  }

  private static final Words UNPROVEN =
      new Words(
          "この承諾は移行された記録であり、表示の証拠がありません。",
          "That acceptance was imported, without proof of what was displayed.");

  private static Words explicit(Bond bond) {
    return bond.since().equals(bond.act().acceptedAt())
        ? Words.NONE
        : say("同版は%sから効力を生じました。", "It took effect on %s.", time(bond.since()));
  }

  private static Words amended(Bond bond) {
    var version = same(bond.version().name());
    return bond.version().published().basis() == AmendmentBasis.GENERAL_BENEFIT
        ? say(
            "版「%s」は契約者の一般の利益に適合する変更（民法548条の4第1項第1号）であり、%sから、行為を要せず契約者を拘束します。",
            "Version %s amends it to the general benefit (Civil Code 548-4, paragraph 1, item 1)"
                + " and binds without an act since %s.",
            version,
            time(bond.since()))
        : say(
            "版「%s」は契約の目的に反しない合理的な変更（民法548条の4第1項第2号）であり、効力発生前の%sに周知された（同条第2項・第3項）ため、%sから、行為を要せず契約者を拘束します。",
            "Version %s amends it reasonably (Civil Code 548-4, paragraph 1, item 2), was noticed"
                + " on %s, before it took effect (paragraphs 2 and 3), and binds without an act"
                + " since %s.",
            version,
            time(bond.version().noticeInTime().orElseThrow().firstPublishedAt()),
            time(bond.since()));
  }

  static Words notBinding(Version version, Because because) {
    var name = same(version.name());
    return switch (because) {
      case NOT_NOTICED ->
          say(
              "版「%s」は周知の記録がないため、承諾していない契約者には効力を生じません（民法548条の4第3項）。",
              "No notice of version %s is recorded: it has no effect on who has not accepted it"
                  + " (Civil Code 548-4, paragraph 3).",
              name);
      case NOTICED_TOO_LATE ->
          say(
              "版「%s」は効力発生時期までに周知されなかった（最初の周知は%s）ため、承諾していない契約者には効力を生じません（民法548条の4第3項）。",
              "Version %s was not noticed before it took effect (first on %s): it has no effect on"
                  + " who has not accepted it (Civil Code 548-4, paragraph 3).",
              name,
              firstNotice(version));
      case NEEDS_CONSENT ->
          say(
              "版「%s」は個別の承諾を要する変更であり、承諾の記録がありません。",
              "Version %s binds only who accepts it, and no acceptance of it stands.", name);
      case NO_AMENDMENT ->
          say(
              "版「%s」には変更の根拠（民法548条の4第1項）の記録がなく、承諾の記録もありません。",
              "Version %s names no ground for an amendment (Civil Code 548-4, paragraph 1), and no"
                  + " acceptance of it stands.",
              name);
      case ACCEPTED_AFTERWARDS ->
          say(
              "契約者の最初の承諾は版「%s」の効力発生後であり、それより前の合意を変更するものではありません。",
              "The first acceptance came when version %s was in force: there was no earlier"
                  + " agreement for it to amend.",
              name);
      case CORRECTS_WHAT_DOES_NOT_BIND ->
          say(
              "版「%s」は字句の訂正であり、その対象の版が契約者を拘束しないため、拘束しません。",
              "Version %s is an editorial correction of a version that does not bind, and binds no"
                  + " more than that.",
              name);
      case NO_CONTRACT ->
          say("版「%s」の効力が及ぶ契約がありません。", "There was no contract for version %s to bind.", name);
    };
  }

  private static Words firstNotice(Version version) {
    Optional<Instant> first =
        version.notices().stream()
            .map(TermsNoticeRecorded::firstPublishedAt)
            .min(Comparator.naturalOrder());
    return time(first.orElseThrow());
  }

  private static Words say(String ja, String en, Words... arguments) {
    Object[] inJapanese = new Object[arguments.length];
    Object[] inEnglish = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      inJapanese[i] = arguments[i].ja();
      inEnglish[i] = arguments[i].en();
    }
    return new Words(ja.formatted(inJapanese), en.formatted(inEnglish));
  }

  private static Words same(String text) {
    return new Words(text, text);
  }

  static Words time(Instant instant) {
    var time = instant.atZone(Japan.ZONE);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? new Words(DAY_JA.format(time), DAY_EN.format(time))
        : new Words(TIME_JA.format(time), TIME_EN.format(time));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
