/** The notified rules (諸規程) that bind with a version of the terms. */
@NullMarked
package dev.keiyaku.projection.consent.rule;

import org.jspecify.annotations.NullMarked;
