/** Re-consent campaigns: whom one asks, for which words, from when until when. */
@NullMarked
package dev.keiyaku.contract.campaign;

import org.jspecify.annotations.NullMarked;
