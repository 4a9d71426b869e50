/** What the running services answer, held against the API document. */
@NullMarked
package dev.keiyaku.standalone.openapi;

import org.jspecify.annotations.NullMarked;
