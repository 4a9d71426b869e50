/** The documents of the repository, held to what is there. */
@NullMarked
package dev.keiyaku.standalone.documents;

import org.jspecify.annotations.NullMarked;
