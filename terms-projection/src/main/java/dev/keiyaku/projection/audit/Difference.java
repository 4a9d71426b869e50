package dev.keiyaku.projection.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that is not as the events say.
 *
 * @param field its path, such as {@code account.suspensions[019b…].endsAt}
 * @param folded what the events say; null when nothing
 * @param live what the row says; null when nothing
 */
public record Difference(String field, @Nullable JsonNode folded, @Nullable JsonNode live) {}
