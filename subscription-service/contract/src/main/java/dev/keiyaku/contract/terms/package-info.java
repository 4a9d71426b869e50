/** Terms of use: what a version says, what was recorded of it, and which one is in force. */
@NullMarked
package dev.keiyaku.contract.terms;

import org.jspecify.annotations.NullMarked;
