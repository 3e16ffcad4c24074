/** The kennel: dogs, their owners, their toys, and who makes them. */
@NullMarked
package io.github.selfsame.benchmarks.kennel.model;

import org.jspecify.annotations.NullMarked;
