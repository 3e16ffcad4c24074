/** The statistics of identity maps as Micrometer meters. */
@NullMarked
package io.github.selfsame.micrometer;

import org.jspecify.annotations.NullMarked;
