/** What every HTTP service of ours shares: callers, access, problems, screening, strict JSON. */
@NullMarked
package dev.keiyaku.http;

import org.jspecify.annotations.NullMarked;
