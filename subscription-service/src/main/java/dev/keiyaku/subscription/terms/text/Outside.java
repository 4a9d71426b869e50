package dev.keiyaku.subscription.terms.text;

import java.util.regex.Pattern;

/**
 * Whether the words before a reference say that it is to another document: a law (民法第548条の4),
 * another agreement (IP通信網サービス契約約款(OCN)第5条), or something quoted by its title. A document of ours
 * is named as 本規約, この規約 or by its title.
 */
final class Outside {

  private static final Pattern OURS = Pattern.compile("(?:本|この|当)(?:規約|約款|契約|規程|規則)$");
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?:法|法律|令|規則|規程|約款|契約|契約書|規約|条例|条約|協定|協定書|覚書|細則|基準|指針|定款|ガイドライン"
              + "|附則|別表|別紙|料金表|」|』)$");
  private static final Pattern BRACKETS_OR_NO = Pattern.compile("(?:\\([^()]*\\)|の|\\s)+$");

  private final String title;

  /** For a document of that title, as it is after NFKC and without blanks. */
  Outside(String title) {
    this.title = title;
  }

  boolean is(String before) {
    var name = BRACKETS_OR_NO.matcher(before).replaceFirst("").replaceAll("\\s", "");
    if (OURS.matcher(name).find() || name.endsWith(title) || name.endsWith(title + "」")) {
      return false;
    }
    return ANOTHER.matcher(name).find();
  }
}
