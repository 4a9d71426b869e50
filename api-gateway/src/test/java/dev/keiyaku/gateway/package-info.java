/** The gateway in front of two services that write down what reaches them. */
@NullMarked
package dev.keiyaku.gateway;

import org.jspecify.annotations.NullMarked;
