package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.projection.comparison.table.Row;
import dev.keiyaku.projection.terms.ClauseText;
import org.jspecify.annotations.Nullable;

/**
 * A clause: the words agreed to, the words binding, and what lies between.
 *
 * @param path as asked
 * @param accepted null when no act agrees to it
 * @param binding what the version that binds says there, or where the clause stands in it now; null
 *     when none binds or it has no such clause
 * @param differs whether the words differ, numbers and writing aside; null when one side is not
 *     there to compare, or is left out (略)
 * @param comparison both sides with their marks, as in the comparison table; null when there is no
 *     side to show
 */
record ClauseAnswer(
    String path,
    @Nullable ClauseConsent accepted,
    @Nullable ClauseText binding,
    @Nullable Boolean differs,
    @Nullable Row comparison) {}
