/** The edge in front of a small service of its own. */
@NullMarked
package dev.keiyaku.http.edge;

import org.jspecify.annotations.NullMarked;
