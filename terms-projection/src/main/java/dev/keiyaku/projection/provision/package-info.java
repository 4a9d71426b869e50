/** The register of what was provided to third parties (個人情報保護法29条), made from the events. */
@NullMarked
package dev.keiyaku.projection.provision;

import org.jspecify.annotations.NullMarked;
