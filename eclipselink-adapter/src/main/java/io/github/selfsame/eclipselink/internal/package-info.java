/** The adapter's own machinery in front of EclipseLink's unit of work. Not for use from outside. */
@NullMarked
package io.github.selfsame.eclipselink.internal;

import org.jspecify.annotations.NullMarked;
