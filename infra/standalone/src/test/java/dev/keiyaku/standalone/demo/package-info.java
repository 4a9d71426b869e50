/** What the demonstration takes for an answer as told. */
@NullMarked
package dev.keiyaku.standalone.demo;

import org.jspecify.annotations.NullMarked;
