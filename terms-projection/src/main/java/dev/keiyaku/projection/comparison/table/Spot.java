package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.projection.comparison.alignment.Place;

/**
 * Where a node stands.
 *
 * @param path its address within its version
 * @param citation as lawyers cite it, such as {@code 第7条 1 (3)}
 */
public record Spot(String path, String citation) {

  static Spot of(Place place) {
    return new Spot(place.node().path(), place.citation());
  }
}
