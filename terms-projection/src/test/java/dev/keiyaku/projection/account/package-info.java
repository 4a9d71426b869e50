/** Accounts, timelines and search, as facts. */
@NullMarked
package dev.keiyaku.projection.account;

import org.jspecify.annotations.NullMarked;
