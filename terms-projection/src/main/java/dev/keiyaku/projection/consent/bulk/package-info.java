/** Who is bound by a version and who is not, and who agreed to which words: among all. */
@NullMarked
package dev.keiyaku.projection.consent.bulk;

import org.jspecify.annotations.NullMarked;
