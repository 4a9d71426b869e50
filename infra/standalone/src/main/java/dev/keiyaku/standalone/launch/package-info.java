/** Starts, watches and stops PostgreSQL, the three services and the authorization server. */
@NullMarked
package dev.keiyaku.standalone.launch;

import org.jspecify.annotations.NullMarked;
