package dev.keiyaku.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScreeningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "pass_word",
        "Pass-Word",
        "newPassword",
        "ｐａｓｓｗｏｒｄ",
        "passwd",
        "PWD",
        "pin",
        "パスワード",
        "ﾊﾟｽﾜｰﾄﾞ",
        "ぱすわーど",
        "暗証番号",
        "email",
        "e-mail",
        "E_Mail",
        "Ｅメール",
        "mail",
        "mailAddress",
        "メール",
        "メールアドレス",
        "電子メールアドレス",
        "phone",
        "phoneNumber",
        "mobile_phone",
        "tel",
        "TEL",
        "Ｔｅｌ",
        "telephone",
        "電話",
        "電話番号",
        "携帯電話番号",
        "securityQuestion",
        "security_answer",
        "secretAnswer",
        "秘密の質問",
        "秘密の質問の答え",
        "セキュリティクエスチョン"
      })
  void aFieldThatAsksForWhatIsEnteredAtTheVendorIsRefused(String name) {
    var body = StrictJson.mapper().createObjectNode().put(name, "x");
    assertRefused(body, ProblemCode.FORBIDDEN_PERSONAL_FIELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscriberId",
        "vendorAccountReference",
        "networkContract",
        "plan",
        "places",
        "channels",
        "expectedEnd",
        "belongsToIsp",
        "billingOperator",
        "note",
        "reason",
        "contentSha256",
        "items",
        "incidentReference",
        "impossibleBecause",
        "userAgent",
        "locale",
        "telling",
        "passage",
        "compass",
        "effectiveFrom",
        "capturedSha256",
        "editorialNote"
      })
  void ourOwnFieldsPass(String name) {
    var body = StrictJson.mapper().createObjectNode().put(name, "x");
    assertThatCode(() -> Screening.refuse(body)).doesNotThrowAnyException();
  }

  @Test
  void itIsFoundAtAnyDepthAndNamedByItsPath() {
    assertThatThrownBy(() -> Screening.refuse(json("{\"a\":{\"b\":[1,{\"Tel\":\"x\"}]}}")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.violations())
                    .isEqualTo(List.of(new Violation("a.b[1].Tel", "personal-field"))));
  }

  @Test
  void aFieldNameThatHoldsAValueIsNotRepeated() {
    assertThat(Screening.harmless("taro@example.jp")).isEqualTo("***");
    assertThat(Screening.harmless("090-1234-5678")).isEqualTo("***");
    assertThat(Screening.harmless("a\nb")).isEqualTo("***");
    assertThat(Screening.harmless("x".repeat(100))).hasSize(65);
    assertThat(Screening.harmless("plan")).isEqualTo("plan");
  }

  @Test
  void charactersThatCannotBeStoredAreRefused() {
    assertRefused(json("{\"a\":\"\\u0000\"}"), ProblemCode.INVALID_FIELD);
    assertRefused(json("{\"a\":[\"\\ud800\"]}"), ProblemCode.INVALID_FIELD);
    assertThatCode(() -> Screening.refuse(json("{\"a\":\"\\ud842\\udfb7野家\"}")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "返信は taro@example.jp まで | email",
        "Ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ | email",
        "taro(at)example.jp | email",
        "t\u200baro@exam\u200bple.jp | email",
        "03-1234-5678 に連絡 | telephone",
        "電話は０９０ー１２３４ー５６７８です | telephone",
        "0312345678 | telephone",
        "折返し09012345678まで | telephone",
        "03(1234)5678 | telephone",
        "+81 90-1234-5678 | telephone",
        "+1 202 555 0100 | telephone",
        "TEL0312345678 | telephone",
        "〇九〇 一二三四 五六七八 | telephone",
        "内線ではなく 電話番号 1234-5678 | telephone",
        "パスワードは hunter2! でした | password",
        "password: abcd | password",
        "パスワードは「hunter2」とのこと | password",
        "PW=x9 | password",
        "ﾊﾟｽﾜｰﾄﾞ：ひみつ | password",
        "秘密の質問の答えは ポチ | security-answer",
        "セキュリティクエスチョン：母の旧姓 | security-answer"
      })
  void whatLooksPersonalInAFreeTextIsRefusedByItsKind(String text, String kind) {
    assertThatThrownBy(() -> Screening.freeText("note", text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PERSONAL_DATA_IN_TEXT);
              assertThat(problem.violations()).isEqualTo(List.of(new Violation("note", kind)));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "late entry of a paper application",
        "2023-07-01 09:00 から 2023-07-02 18:00 まで",
        "障害番号 INC-2023-0001234, 契約者 C0000001234",
        "契約者 C0312345678 の件",
        "申込書 20230620-0001",
        "電話で連絡済み。メールは送っていない",
        "パスワードは回復不能であると説明した",
        "パスワードは「回復不能」であると説明した",
        "the password is not recoverable",
        "秘密の質問について案内した",
        "2023-07-01T00:00:00+09:00",
        "第15条 1 (4) による。50% の利用者 @ 東京",
        "10.0.0.1 への不正アクセス"
      })
  void ordinaryNotesPass(String text) {
    assertThatCode(() -> Screening.freeText("note", text)).doesNotThrowAnyException();
  }

  private static JsonNode json(String text) {
    return StrictJson.mapper().readTree(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(JsonNode body, ProblemCode code) {
    assertThatThrownBy(() -> Screening.refuse(body))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
