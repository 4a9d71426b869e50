/** The edge of a service on Spring WebFlux: what happens before a controller is reached. */
@NullMarked
package dev.keiyaku.http.edge;

import org.jspecify.annotations.NullMarked;
