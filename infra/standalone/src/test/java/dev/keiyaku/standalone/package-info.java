/** The whole product as processes: its story, its falls, and what it leaves behind. */
@NullMarked
package dev.keiyaku.standalone;

import org.jspecify.annotations.NullMarked;
