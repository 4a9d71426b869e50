package dev.keiyaku.subscription.subscription;

/**
 * What an act of the subscriber's does not do, and what remains to be done, in plain words: nobody
 * shall take an objection for an end.
 *
 * @param changesBinding whether another version binds because of it: never
 * @param remedy the action that is open to the subscriber: {@code cancel}
 */
public record Effect(boolean changesBinding, String remedy, String ja, String en) {

  static final Effect OF_OBJECTION =
      new Effect(
          false,
          "cancel",
          "異議は記録されましたが、規約の拘束力は変わりません。改定に応じない場合は解約できます。",
          "The objection is recorded. It changes nothing of what binds: who does not want to be"
              + " bound by the amendment cancels.");

  static final Effect OF_WITHDRAWN_CONSENT =
      new Effect(
          false,
          "cancel",
          "同意の撤回は記録されました。契約は自動では終了せず、取扱所の担当者が確認します。",
          "The withdrawal is recorded. The contract does not end by it: an agent will settle it"
              + " with the subscriber, who may also cancel.");
}
