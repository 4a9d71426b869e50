/** How a refusal becomes {@code application/problem+json} (RFC 9457), in Japanese or English. */
@NullMarked
package dev.keiyaku.http.problem;

import org.jspecify.annotations.NullMarked;
