/** Re-consent campaigns: opening one over a cohort that was previewed, and closing it. */
@NullMarked
package dev.keiyaku.subscription.campaign;

import org.jspecify.annotations.NullMarked;
