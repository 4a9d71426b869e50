/** The register of what was provided to third parties, over HTTP. */
@NullMarked
package dev.keiyaku.projection.provision;

import org.jspecify.annotations.NullMarked;
