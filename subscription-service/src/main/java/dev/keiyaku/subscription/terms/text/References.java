package dev.keiyaku.subscription.terms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references in a text to parts of its own document: 第15条1項(4), 第7条第2項及び第3項, 第2項, 前条, 前2項, 次項,
 * 同条, 同項. Those to other documents are left out.
 */
final class References {

  /** 前条 is one back, 次項 one on; 同条 that follows no article finds nothing. */
  enum Relative {
    ARTICLE,
    PARAGRAPH,
    NOTHING
  }

  /**
   * One of them.
   *
   * @param article 条; null when it is within the article that stands here, or relative
   * @param relative what 前 or 次 counts; null when neither is written
   * @param distance -1 for 前, -2 for 前2項, 1 for 次; 0 when neither is written
   * @param end where it ends in the text
   */
  record Reference(
      Numbering.@Nullable Ordinal article,
      @Nullable Relative relative,
      int distance,
      @Nullable Integer paragraph,
      @Nullable Integer item,
      int end) {}

  private static final String PART =
      "(?:\\s*第?(?<%2$s>%1$s)項)?(?:\\s*(?:第?(?<%3$s>%1$s)号|\\((?<%4$s>[0-9]{1,4})\\)))?";
  private static final Pattern REFERENCE =
      Pattern.compile(
          ("第(?<article>%1$s)条(?:の(?<branch>%1$s))?"
                  + PART
                  + "|第(?<alone>%1$s)項(?:\\s*(?:第?(?<itema>%1$s)号|\\((?<itemb>[0-9]{1,4})\\)))?"
                  + "|(?<relative>(?:前(?<count>%1$s)?|次)[条項])"
                  + PART.replace("%2$s", "para2").replace("%3$s", "itemc").replace("%4$s", "itemd")
                  + "|(?<same>同[条項])"
                  + PART.replace("%2$s", "para3").replace("%3$s", "iteme").replace("%4$s", "itemf"))
              .formatted(Numerals.PATTERN, "para", "item", "itemn"));
  private static final Pattern AND =
      Pattern.compile("\\s*(?:[、,・~〜－-]|及び|および|並びに|ならびに|又は|または|若しくは|もしくは|から|乃至|ないし|と)*\\s*");
  private static final Pattern THE_SAME = Pattern.compile("(?:(?:各|当該)(?:条|項)|同)(?:の|\\s)*$");

  private static final int LONGEST_JOIN = 20;

  private final Outside outside;
  private final List<Reference> found = new ArrayList<>();
  private final Antecedents antecedents;
  private int end = -1;
  private boolean abroad;
  private @Nullable Reference previous;

  private References(Outside outside, Antecedents antecedents) {
    this.outside = outside;
    this.antecedents = antecedents;
  }

  /**
   * Those in a text, which is in NFKC.
   *
   * @param antecedents what the words before the text named; goes on with it
   */
  static List<Reference> in(String text, Outside outside, Antecedents antecedents) {
    var references = new References(outside, antecedents);
    REFERENCE.matcher(text).results().forEach(match -> references.take(text, match));
    return references.found;
  }

  private void take(String text, MatchResult match) {
    boolean goesOn =
        end >= 0
            && match.start() - end <= LONGEST_JOIN
            && AND.matcher(text.substring(end, match.start())).matches();
    if (!goesOn) {
      var before = text.substring(Math.max(0, match.start() - 120), match.start());
      abroad = outside.is(before) || THE_SAME.matcher(before).find();
      previous = null;
    }
    end = match.end();
    if (match.group("same") instanceof String same) {
      same(match, antecedents.theSame(same.endsWith("項")));
    } else if (abroad) {
      antecedents.anothers(
          match.group("article") != null,
          match.group("para") != null || match.group("alone") != null);
    } else {
      add(reference(match));
    }
  }

  private void same(MatchResult match, Antecedents.@Nullable Mention meant) {
    abroad = meant != null && meant.reference() == null;
    if (!abroad) {
      add(same(match, meant == null ? null : meant.reference()));
    }
  }

  private void add(Reference reference) {
    previous = reference;
    antecedents.ours(reference);
    found.add(reference);
  }

  private static Reference same(MatchResult match, @Nullable Reference meant) {
    var item = number(match, "iteme", "itemf");
    if (meant == null) {
      return new Reference(null, Relative.NOTHING, 0, null, item, match.end());
    }
    boolean sameArticle = "同条".equals(match.group("same"));
    return new Reference(
        meant.article(),
        meant.relative(),
        meant.distance(),
        sameArticle ? number(match, "para3") : meant.paragraph(),
        item,
        match.end());
  }

  private Reference reference(MatchResult match) {
    if (match.group("relative") instanceof String relative) {
      return new Reference(
          null,
          relative.endsWith("条") ? Relative.ARTICLE : Relative.PARAGRAPH,
          relative.startsWith("次") ? 1 : -Objects.requireNonNullElse(number(match, "count"), 1),
          number(match, "para2"),
          number(match, "itemc", "itemd"),
          match.end());
    }
    if (match.group("alone") != null) {
      return new Reference(
          previous == null ? null : previous.article(),
          previous != null && previous.relative() == Relative.ARTICLE ? Relative.ARTICLE : null,
          previous != null && previous.relative() == Relative.ARTICLE ? previous.distance() : 0,
          number(match, "alone"),
          number(match, "itema", "itemb"),
          match.end());
    }
    var branch = number(match, "branch");
    return new Reference(
        // 第3条の一部 is no branch: branches begin at 2.
        new Numbering.Ordinal(
            Numerals.of(match.group("article")), branch == null || branch < 2 ? 0 : branch),
        null,
        0,
        number(match, "para"),
        number(match, "item", "itemn"),
        match.end());
  }

  private static @Nullable Integer number(MatchResult match, String... groups) {
    for (var group : groups) {
      if (match.group(group) instanceof String text) {
        return Numerals.of(text);
      }
    }
    return null;
  }
}
