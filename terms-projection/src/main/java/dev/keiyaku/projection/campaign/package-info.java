/** Re-consent campaigns: whom they ask, frozen, and what each has answered, computed. */
@NullMarked
package dev.keiyaku.projection.campaign;

import org.jspecify.annotations.NullMarked;
