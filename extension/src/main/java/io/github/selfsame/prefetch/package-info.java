/** The public API of prefetching: loading associations in bulk for entities that are already there. */
@NullMarked
package io.github.selfsame.prefetch;

import org.jspecify.annotations.NullMarked;
