/** What the launcher refuses, in one line each. */
@NullMarked
package dev.keiyaku.standalone.launch;

import org.jspecify.annotations.NullMarked;
