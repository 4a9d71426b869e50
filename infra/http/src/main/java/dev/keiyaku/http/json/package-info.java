/** JSON in and out: times with their offset, and what a binding error may say. */
@NullMarked
package dev.keiyaku.http.json;

import org.jspecify.annotations.NullMarked;
