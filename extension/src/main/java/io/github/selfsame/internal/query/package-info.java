/** How {@link io.github.selfsame.query.ExactlyOne} looks up. Plain Java and Jakarta Persistence. */
@NullMarked
package io.github.selfsame.internal.query;

import org.jspecify.annotations.NullMarked;
