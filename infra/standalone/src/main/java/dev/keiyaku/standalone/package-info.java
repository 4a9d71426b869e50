/** The whole product on one machine, started by one command. */
@NullMarked
package dev.keiyaku.standalone;

import org.jspecify.annotations.NullMarked;
