/** That what is stored stays readable: names, shapes, and what the contract leans on. */
@NullMarked
package dev.keiyaku.contract;

import org.jspecify.annotations.NullMarked;
