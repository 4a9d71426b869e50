package dev.keiyaku.contract.subscription;

/**
 * The subscriber's network contract, as an application names it (第5条 3).
 *
 * @param agreement its agreement, such as {@code IP_NETWORK_SERVICE} (IP通信網サービス契約約款)
 * @param category 種
 * @param type タイプ
 * @param course コース
 * @param plan プラン
 */
public record NetworkContract(String agreement, int category, int type, int course, int plan) {}
