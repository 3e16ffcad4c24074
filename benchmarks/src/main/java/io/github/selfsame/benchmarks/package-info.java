/** Runs the benchmarks, each peer in a JVM of its own, and says how they compare. */
@NullMarked
package io.github.selfsame.benchmarks;

import org.jspecify.annotations.NullMarked;
