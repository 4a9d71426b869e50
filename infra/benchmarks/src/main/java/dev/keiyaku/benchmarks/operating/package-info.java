/**
 * The product as infra/up runs it, each service a process of its own: what it costs, and what it
 * answers.
 */
@NullMarked
package dev.keiyaku.benchmarks.operating;

import org.jspecify.annotations.NullMarked;
