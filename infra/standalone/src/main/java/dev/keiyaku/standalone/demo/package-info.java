/** A life of subscriptions, told through the gateway: for newcomers, and as the life-story test. */
@NullMarked
package dev.keiyaku.standalone.demo;

import org.jspecify.annotations.NullMarked;
