/** What users of EclipseLink name: the session customizer for {@code persistence.xml}. */
@NullMarked
package io.github.selfsame.eclipselink;

import org.jspecify.annotations.NullMarked;
