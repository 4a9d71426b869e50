package dev.keiyaku.contract.terms;

import java.util.List;

/**
 * To which network contracts a product is limited (第5条 3), as data of a version.
 *
 * @param product the product limited
 * @param agreement the agreement of the network contract
 * @param category 種 of the contract (第2種 is 2)
 * @param type タイプ
 * @param course コース
 * @param plans the プラン admitted
 * @param path the node whose words decide
 */
public record EligibilityRule(
    String product,
    String agreement,
    int category,
    int type,
    int course,
    List<Integer> plans,
    String path) {}
