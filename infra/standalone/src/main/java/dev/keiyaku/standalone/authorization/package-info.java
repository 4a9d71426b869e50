/** The development authorization server: OAuth2 for machines and people, on this machine only. */
@NullMarked
package dev.keiyaku.standalone.authorization;

import org.jspecify.annotations.NullMarked;
