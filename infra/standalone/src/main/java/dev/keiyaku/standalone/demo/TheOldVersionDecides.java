package dev.keiyaku.standalone.demo;

import java.util.Map;

final class TheOldVersionDecides implements Chapter {

  static final String FIRST = "first";

  private static final String SHOWN = "2023-06-20T09:58:12+09:00";
  private static final String AT = "2023-06-20T10:00:00+09:00";

  @Override
  public String title() {
    return "2023-06-20: マイセキュア(1ライセンス)タイプ2, for タイプ8 コース2 プラン2 and then プラン1";
  }

  @Override
  public void play(Stage stage) {
    String hash = stage.noted(Requests.OLD);
    Map<String, Object> acceptance =
        Requests.acceptance(Requests.OLD, hash, Requests.ALL_ITEMS, SHOWN);
    String subscriber = stage.subscriber(FIRST);
    stage
        .orders(
            Stage.OPERATOR,
            "apply, with プラン2",
            "/v1/subscriptions",
            Requests.application(subscriber, 2, AT, acceptance))
        .refused(422, "NOT_ELIGIBLE")
        .has("/article", "第5条 3")
        .has("/clause/version", Requests.OLD)
        .quotes("/clause/text", "タイプ8のコース2のプラン1に係る者")
        .because("%s of %s: 「%s」", "/article", "/clause/version", "/clause/text");
    Told applied =
        stage
            .orders(
                Stage.OPERATOR,
                "apply, with プラン1 and all six items of 第7条 1",
                "/v1/subscriptions",
                Requests.application(subscriber, 1, AT, acceptance))
            .accepted("applied")
            .has("/terms/version", Requests.OLD)
            .because("プラン1 is what %s of that version asks for", "/eligibility/article");
    String id = applied.answer().text("/subscriptionId");
    stage.note(FIRST, id);
    stage
        .asks(
            Stage.OPERATOR,
            "the subscription",
            "/v1/subscriptions/" + id + "?minVersion=" + applied.answer().version())
        .accepted("the version it accepted, by hash")
        .has("/acceptedTerms/0/contentSha256", hash)
        .has("/acceptedTerms/0/items", "[1,2,3,4,5,6]")
        .because("shown and accepted: sha256 %s", "/acceptedTerms/0/contentSha256");
  }
}
