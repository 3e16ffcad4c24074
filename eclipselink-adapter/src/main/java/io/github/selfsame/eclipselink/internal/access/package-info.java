/**
 * The access to EclipseLink's inner workings: what it shows to its own only, or differently in each of the supported lines, and how its
 * mappings, listeners and queries are looked through. Knows nothing of identity maps. Not for use from outside.
 */
@NullMarked
package io.github.selfsame.eclipselink.internal.access;

import org.jspecify.annotations.NullMarked;
