/**
 * The API document, held to the code: the routes, their roles, the refusals, and its own examples.
 */
@NullMarked
package dev.keiyaku.gateway.openapi;

import org.jspecify.annotations.NullMarked;
