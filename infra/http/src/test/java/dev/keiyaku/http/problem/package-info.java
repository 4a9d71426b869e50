/** Problems in words. */
@NullMarked
package dev.keiyaku.http.problem;

import org.jspecify.annotations.NullMarked;
