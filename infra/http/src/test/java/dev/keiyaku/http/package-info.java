/** What the shared edge promises, as facts. */
@NullMarked
package dev.keiyaku.http;

import org.jspecify.annotations.NullMarked;
