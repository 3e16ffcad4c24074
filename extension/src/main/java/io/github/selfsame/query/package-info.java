/** The public API of queries: looking up what must be there exactly once, and many entities by id. */
@NullMarked
package io.github.selfsame.query;

import org.jspecify.annotations.NullMarked;
