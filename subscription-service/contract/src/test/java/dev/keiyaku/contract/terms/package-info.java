/** Which version is in force, and which binds without an act. */
@NullMarked
package dev.keiyaku.contract.terms;

import org.jspecify.annotations.NullMarked;
