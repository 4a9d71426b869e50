/** What an auditor finds, as facts. */
@NullMarked
package dev.keiyaku.projection.audit;

import org.jspecify.annotations.NullMarked;
