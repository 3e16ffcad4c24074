/** Queries: what is known about them, and other ways to run them. */
@NullMarked
package io.github.selfsame.eclipselink.internal.query;

import org.jspecify.annotations.NullMarked;
