/** Shows statistics outside of the application (rule O3). Plain Java. */
@NullMarked
package io.github.selfsame.internal.observing;

import org.jspecify.annotations.NullMarked;
