package dev.keiyaku.http;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Field names that ask for what is entered at the vendor, in any case, width or kana. */
final class PersonalName {

  /** Found anywhere in a name: {@code newPassword}, {@code 契約者電話番号}. */
  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "email",
          "mailaddress",
          "phone",
          "securityquestion",
          "securityanswer",
          "secretquestion",
          "secretanswer",
          "パスワード",
          "パスフレーズ",
          "暗証番号",
          "合言葉",
          "合イ言葉",
          "メール",
          "電話",
          "デンワ",
          "携帯番号",
          "ケータイ番号",
          "セキュリティクエスチョン",
          "セキュリティアンサー",
          "セキュリティ質問",
          "秘密ノ質問",
          "秘密ノ答");

  /** Too short to be looked for inside other names. */
  private static final Set<String> WHOLE =
      Set.of(
          "pwd",
          "pw",
          "pass",
          "pin",
          "mail",
          "mails",
          "tel",
          "telno",
          "telnumber",
          "telephon",
          "mobile",
          "mobileno",
          "mobilenumber",
          "cell",
          "fax",
          "faxno",
          "faxnumber",
          "ファックス",
          "携帯",
          "secret",
          "usermail",
          "contactmail",
          "mailto",
          "contacttel",
          "hometel",
          "mobiletel",
          "userpwd",
          "userpass",
          "newpwd",
          "oldpwd");

  private PersonalName() {}

  static boolean names(String field) {
    var name = folded(field);
    return WHOLE.contains(name) || PARTS.stream().anyMatch(name::contains);
  }

  /** NFKC, lower case, katakana for hiragana, letters and digits only. */
  private static String folded(String field) {
    var folded = new StringBuilder();
    Normalizer.normalize(field, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(character -> character >= 'ぁ' && character <= 'ゖ' ? character + 0x60 : character)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
