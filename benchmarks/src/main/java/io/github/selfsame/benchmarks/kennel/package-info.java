/** The same work on a kennel's data by hand-written JDBC, by EclipseLink, by Hibernate, and with the identity map. */
@NullMarked
package io.github.selfsame.benchmarks.kennel;

import org.jspecify.annotations.NullMarked;
