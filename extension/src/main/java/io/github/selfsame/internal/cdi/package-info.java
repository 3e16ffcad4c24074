/** The CDI layer: registers beans, interceptors and the context, and adapts the plain-Java core to them. */
@NullMarked
package io.github.selfsame.internal.cdi;

import org.jspecify.annotations.NullMarked;
