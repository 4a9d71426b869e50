/** The one door: who may, how often, how much, and which service answers. */
@NullMarked
package dev.keiyaku.gateway;

import org.jspecify.annotations.NullMarked;
