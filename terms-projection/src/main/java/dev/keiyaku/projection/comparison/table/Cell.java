package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a row.
 *
 * @param paths the nodes it shows; several when a run of them is folded into one row
 * @param chapter path of the chapter that an article belongs to; null outside of any
 * @param label the number as written, or 第3条～第4条; no run when it has none
 * @param heading caption, title or term; no run when it has none or is folded
 * @param text the words; no run when it has none, or they are folded or elided
 * @param elided whether the version itself leaves the words out (略): they are unknown
 * @param note the editorial note of the transcription, which is no part of the text
 */
public record Cell(
    List<String> paths,
    NodeKind kind,
    String citation,
    @Nullable String chapter,
    List<Run> label,
    List<Run> heading,
    List<Run> text,
    boolean elided,
    @Nullable String note) {}
