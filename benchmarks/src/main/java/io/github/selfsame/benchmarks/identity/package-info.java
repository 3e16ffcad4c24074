/** What the identity map itself costs. */
@NullMarked
package io.github.selfsame.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
