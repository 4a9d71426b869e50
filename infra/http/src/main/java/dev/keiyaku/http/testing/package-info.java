/**
 * For tests of the gateway and the services: tokens, and the walk through the access table.
 *
 * <pre>{@code
 * static final TestIssuer ISSUER = TestIssuer.shared();
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *   ISSUER.properties().forEach((name, value) -> registry.add(name, () -> value));
 * }
 *
 * // one caller
 * request.header("Authorization", "Bearer " + ISSUER.token(Role.PROVISIONING, "ISP-A"));
 *
 * // everybody: every route, every role, no token, expired, forged, wrong audience
 * assertThat(new AccessWalk(URI.create("http://127.0.0.1:" + port), ISSUER, Service.WRITE).surprises())
 *     .isEmpty();
 *
 * // every row of the table has a controller
 * assertThat(ServedRoutes.missing(applicationContext)).isEmpty();
 * }</pre>
 */
@NullMarked
package dev.keiyaku.http.testing;

import org.jspecify.annotations.NullMarked;
