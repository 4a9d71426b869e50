/** Tokens as machines and people get them. */
@NullMarked
package dev.keiyaku.standalone.authorization;

import org.jspecify.annotations.NullMarked;
