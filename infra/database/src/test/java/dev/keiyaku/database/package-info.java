/** Facts about the roles and the embedded server. */
@NullMarked
package dev.keiyaku.database;

import org.jspecify.annotations.NullMarked;
