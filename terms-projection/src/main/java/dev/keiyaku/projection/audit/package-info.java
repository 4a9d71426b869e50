/** Nothing taken on trust: rows beside what the events say. */
@NullMarked
package dev.keiyaku.projection.audit;

import org.jspecify.annotations.NullMarked;
